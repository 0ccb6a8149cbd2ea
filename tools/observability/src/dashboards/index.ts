export const DASHBOARDS: readonly { name: string; json: () => string }[] = [];

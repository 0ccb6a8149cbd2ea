/** Right, invented and missed values; shares of words count too. */
export class Counts {
  right = 0;
  invented = 0;
  missed = 0;

  add(right: number, invented: number, missed: number): this {
    this.right += right;
    this.invented += invented;
    this.missed += missed;
    return this;
  }

  merge({ right, invented, missed }: Counts): this {
    return this.add(right, invented, missed);
  }

  /** One value against one value; empty ones are none. */
  value<T extends { readonly length: number }>(
    truth: T | null,
    predicted: T | null,
    same: (truth: T, predicted: T) => boolean,
  ): void {
    const [real, said] = [truth, predicted].map((value) => (value === null || value.length === 0 ? null : value)) as [
      T | null,
      T | null,
    ];
    if (real !== null && said !== null) {
      if (same(real, said)) this.add(1, 0, 0);
      else this.add(0, 1, 1);
    } else this.add(0, said === null ? 0 : 1, real === null ? 0 : 1);
  }

  set(truth: ReadonlySet<string>, predicted: ReadonlySet<string>): void {
    const right = [...predicted].filter((item) => truth.has(item)).length;
    this.add(right, predicted.size - right, truth.size - right);
  }

  /** Words, each as often as it comes. */
  bag(truth: readonly string[], predicted: readonly string[]): void {
    const left = new Map<string, number>();
    for (const word of truth) left.set(word, (left.get(word) ?? 0) + 1);
    let right = 0;
    for (const word of predicted) {
      const rest = left.get(word) ?? 0;
      if (rest === 0) continue;
      left.set(word, rest - 1);
      right++;
    }
    this.add(right, predicted.length - right, truth.length - right);
  }

  get used(): boolean {
    return this.right + this.invented + this.missed > 0;
  }

  get precision(): number {
    return this.right / (this.right + this.invented || 1);
  }

  get recall(): number {
    return this.right / (this.right + this.missed || 1);
  }

  get f1(): number {
    return (2 * this.right) / (2 * this.right + this.invented + this.missed || 1);
  }
}

import { measureVitals } from './index.js';

// `<script defer src="…/vitals.js" data-endpoint="/api/v1/performance/web-vitals" data-page="/u/:slug"></script>`
const { endpoint, page } = (document.currentScript as HTMLScriptElement).dataset;
if (endpoint !== undefined) measureVitals({ endpoint, ...(page !== undefined && { page }) });

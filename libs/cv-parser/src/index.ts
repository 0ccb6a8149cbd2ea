export { detectFormat } from './detect.js';
export { ParseError } from './errors.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export { parseDocument, type ParseOptions } from './parse.js';
export { ParserPool, type ParserPoolOptions, type ParserPoolStats } from './pool/pool.js';
export { PARSER_VERSION } from './version.js';

/** Goes up with every change that may alter a reading, so that stored readings can be told apart. */
export const PARSER_VERSION = '0.3.0';

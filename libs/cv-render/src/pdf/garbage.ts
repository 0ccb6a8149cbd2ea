import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Whoever embeds this library need not start Node with a flag for it.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/**
 * Frees native objects that nobody refers to any more. V8 sees of a compiled document only its few bytes of wrapper, so
 * left alone it would let hundreds of MB pile up behind them. Some 0.3 ms.
 */
export function collectYoungGarbage(): void {
  collect({ type: 'minor' });
}

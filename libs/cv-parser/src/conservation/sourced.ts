import type { Range } from '../document/model.js';
import type { Slice } from './slice.js';

type Scalar = string | number | boolean;

/**
 * A value together with where it was read and how sure that is. It can only be made from slices of a document, at
 * least one: a value without a source cannot be built.
 */
export class Sourced<T extends Scalar = string> {
  readonly #brand = true;

  private constructor(
    readonly value: T,
    readonly ranges: readonly [Range, ...Range[]],
    /** 0…1: the expected share of such values that are right. */
    readonly confidence: number,
  ) {}

  /** The slices' own text. */
  static text(slices: Slice | readonly [Slice, ...Slice[]], confidence: number): Sourced {
    const list = asList(slices);
    return new Sourced(list.map((slice) => slice.text).join(' '), list, clamp(confidence));
  }

  /** A value that was worked out from the slices' text: a date, a number in international form, a code. */
  static derived<T extends Scalar>(
    value: T,
    slices: Slice | readonly [Slice, ...Slice[]],
    confidence: number,
  ): Sourced<T> {
    return new Sourced(value, asList(slices), clamp(confidence));
  }

  withConfidence(confidence: number): Sourced<T> {
    return new Sourced(this.value, this.ranges, clamp(confidence));
  }

  /** The same place read as another value. */
  as<Other extends Scalar>(value: Other): Sourced<Other> {
    return new Sourced(value, this.ranges, this.confidence);
  }

  static is(value: unknown): value is Sourced<Scalar> {
    return typeof value === 'object' && value !== null && #brand in value;
  }
}

function asList(slices: Slice | readonly [Slice, ...Slice[]]): readonly [Slice, ...Slice[]] {
  return Array.isArray(slices) ? (slices as unknown as readonly [Slice, ...Slice[]]) : [slices as Slice];
}

function clamp(confidence: number): number {
  return Math.max(0, Math.min(1, Math.round(confidence * 100) / 100));
}

/** The shape of `T` with a sourced value at each place where `T` has a text. */
export type Draft<T> = T extends string
  ? Sourced
  : T extends readonly (infer Item)[]
    ? Draft<Item>[]
    : T extends object
      ? { [Key in keyof T]: Draft<T[Key]> }
      : never;

import { describe, expect, it } from '@jest/globals';

import { leadingMarker } from './markers.js';

describe('leadingMarker', () => {
  it.each(['• text', '- text', '– text', '◦ text', '1. text', '2) text', '▪text'])(
    'sees the marker of «%s»',
    (text) => {
      expect(text.slice(leadingMarker(text))).toBe('text');
    },
  );

  it.each(['text', '-based', '1.5 million', '2019 – 2020', '*nix', '•'])('sees none in «%s»', (text) => {
    expect(leadingMarker(text)).toBe(0);
  });
});

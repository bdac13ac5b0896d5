"""From bytes to labelled blocks: decode, parse, split, judge, describe, assemble. Pure: no network, clock or state."""

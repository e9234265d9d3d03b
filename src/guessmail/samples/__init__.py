"""Known addresses: samples, and the readers of all that they are learned from.

The readers (`samples.sources`) are imported by name, since few runs need them. Imports names, domains and tables.
"""

from guessmail.samples.sample import (
    Bounce,
    OutcomeKind,
    RejectedSample,
    Sample,
    parse_sample,
    parse_samples,
    split_usable,
)

__all__ = [
    "Bounce", "OutcomeKind", "RejectedSample", "Sample", "parse_sample", "parse_samples", "split_usable",
]  # fmt: skip

"""Known addresses: samples, and the readers of their sources.

`samples.sources` is imported by name, since few runs need it. Imports names, domains and lists.
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

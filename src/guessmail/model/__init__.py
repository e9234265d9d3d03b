"""The probability model: from a name and a domain's known addresses to probabilities of local parts.

A chain of choices. P(local part | name, domain) is the sum, over all ways that render it, of

    P(reading | name) · P(pattern | class of the name and the domain) · P(spelling | how the pattern uses the part)

Each factor is a softmax. `belief` has the tables, `evidence` adjusts them by a domain's samples, and `ranking` multiplies
them out and turns the sums into candidates. Imports `samples` and the packages before it.
"""

import math
from collections.abc import Sequence


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the probabilities of choices with these scores."""
    top = max(scores)
    masses = [math.exp(score - top) for score in scores]
    total = math.fsum(masses)
    return [mass / total for mass in masses]

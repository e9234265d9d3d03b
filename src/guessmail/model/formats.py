"""A domain's address format, with the samples behind it; the formats of a run's domains, each learned once."""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from guessmail.domains import is_mailbox_provider
from guessmail.domains.question import Employer
from guessmail.model.belief import Belief, Prior
from guessmail.model.layout import Tags
from guessmail.model.pool import Pool
from guessmail.model.traits import domain_traits

if TYPE_CHECKING:  # a guess without samples does not need them
    from guessmail.directory import Directory
    from guessmail.model.holders import Holders, Numbering
    from guessmail.model.learning import Vote
    from guessmail.model.observed import Observed, PublicBeliefs
    from guessmail.samples import Bounce, RejectedSample, Sample

_MANY = 20
"""With more samples than this, a single one hardly matters, and is not left out."""
_MAX_FORMATS = 20_000
"""The number of formats that are kept."""


class Format(NamedTuple):
    """The belief about a domain, and the samples behind it."""

    domain: str
    belief: Belief
    votes: "tuple[Vote, ...]" = ()
    """The samples that were counted, each with its share for each pattern."""
    rejected: "tuple[RejectedSample, ...]" = ()
    """The samples that were not counted."""
    skipped: int = 0
    """The number of further samples, which are not needed."""
    holders: "Holders | None" = None
    """The holders of the known addresses."""
    numbering: "Numbering | None" = None
    """How numbers are put behind addresses that are taken, if samples show any."""
    borrowed: int = 0
    """The number of votes that are samples of related domains."""
    observed: "tuple[Observed, ...]" = ()
    """Public addresses at the domain, and at related ones, that the directory counts."""

    @property
    def samples(self) -> int:
        """The number of samples of the domain itself that were counted."""
        return len(self.votes) - self.borrowed


class Formats:
    """The formats of domains (A-labels, lower case), each learned once."""

    def __init__(
        self, prior: Prior, pool: Pool, claims: "frozenset[Sample]", directory: "Directory | None"
    ) -> None:
        """`claims` are the samples of the pool that questions themselves give."""
        self._prior, self._pool, self._claims, self._directory = prior, pool, claims, directory
        self._unknown = cache(lambda traits: Format("", Belief(prior, traits)))
        self._public = lru_cache(maxsize=1 << 12)(self._of_public)
        self._known = lru_cache(maxsize=_MAX_FORMATS)(self._of_known)

    def of(self, domain: str, employer: Employer = Employer()) -> Format:
        """Return a domain's format; without data, domains with the same traits share one."""
        traits = domain_traits(domain, employer)
        find = self._public if self._pool.has_no_data_on(domain) else self._known
        return find(domain, traits)

    def _of_public(self, domain: str, traits: Tags) -> Format:
        """Return the format of a domain without samples, by public addresses if there are any."""
        if observed := self._observed(domain):
            return Format("", self._public_beliefs.of(traits, observed), observed=observed)
        return self._unknown(traits)

    @cached_property
    def _public_beliefs(self) -> "PublicBeliefs":
        from guessmail.model.observed import PublicBeliefs  # needed only for public addresses

        return PublicBeliefs(self._prior)

    def _of_known(self, domain: str, traits: Tags) -> Format:
        samples, bounces = self._pool.samples(domain), self._pool.bounces(domain)
        if not (samples or bounces):
            return self._public(domain, traits)
        learned = self._learn(domain, traits, samples, bounces)
        if is_mailbox_provider(domain):
            return self._unknown(traits)._replace(holders=learned.holders)
        return learned

    def _observed(self, domain: str) -> "tuple[Observed, ...]":
        counts = self._directory.formats(domain) if self._directory else ()
        return self._public_beliefs.related_counts(domain, counts) if counts else ()

    def without(self, local_part: str, domain: str, employer: Employer = Employer()) -> Format:
        """Return a domain's format without the samples of a local part that the questions themselves give."""
        fmt = self.of(domain, employer)
        own = (vote.sample for vote in fmt.votes if vote.sample.local_part == local_part)
        claims = self._claims and self._claims.intersection(own)
        if not claims:
            return fmt
        if len(fmt.votes) > _MANY:
            return fmt._replace(holders=None)
        samples = [sample for sample in self._pool.samples(domain) if sample not in claims]
        return self._learn(domain, fmt.belief.traits, samples, self._pool.bounces(domain))

    def prior_at(self, domain: str) -> Belief:
        """Return the belief about a domain before any sample."""
        return self._unknown(domain_traits(domain)).belief

    def _learn(
        self, domain: str, traits: Tags, samples: "Sequence[Sample]", bounces: "Sequence[Bounce]"
    ) -> Format:
        from guessmail.model.learning import learn  # a guess without samples does not need it

        return learn(domain, samples, self._unknown(traits).belief, bounces, self._observed(domain))

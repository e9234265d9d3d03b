"""What mail servers write in reports on mail that came back, beside its codes: patterns, without regard to case.

Source: the reports of Exim, Postfix, Sendmail, qmail, Exchange and Gmail.
"""

__all__ = ["REPORT_WORDS", "RETURNED", "UNKNOWN_USER"]

UNKNOWN_USER = (
    r"(?:user|recipient|mailbox|address|account)\S{0,80} (?:is )?"
    r"(?:unknown|not found|unavailable|invalid|does ?n.?t exist|does not exist|rejected)|"
    r"(?:no such|unknown|invalid|no|nonexistent|bad) (?:\S{1,20} )?(?:user|recipient|mailbox|address|account)|recipient address rejected|"
    r"(?:address|recipient|user) (?:could not|couldn.?t|cannot) be found|no mailbox here|not a known user|mailbox unavailable"
)
"""Words for an unknown mailbox, in single spaces."""
RETURNED = r"^-+ ?(?:this is a copy of|original message|below this line|message header|the (?:header|body) of|return-path)|^return-path:|^------ this is a copy|^--- below"
"""Where the message that is given back begins."""
REPORT_WORDS = r"permanent|could not be delivered|wasn.?t able to deliver|undeliver|delivery (?:has )?failed|returned to sender|delivery to the following|failed permanently|i.?m not going to try again|address not found|mail delivery"
"""Words of a report."""

"""Agreements: documents that parties signed or mean to sign.

finding puts a document together | documents where one stands | naming what it is called | signatories whose it is
"""

from extract.facts.agreement.examples import EXAMPLES, NOT_EXAMPLES
from extract.facts.agreement.finding import find_agreements

__all__ = ["EXAMPLES", "NOT_EXAMPLES", "find_agreements"]

"""What C-CDA calls the entries of the guides before it, as older systems still write them.

HL7's Continuity of Care Document of 2007 and the entries of IHE that HITSP C32 joined to it.
"""

from collections.abc import Mapping
from typing import Final

_CCD = {
    **{"17": "4.48", "18": "4.7", "21": "4.49", "22": "4.46", "23": "4.45", "24": "4.16"},
    **{"27": "4.3", "28": "4.4", "29": "4.14", "31": "4.2", "32": "4.1", "33": "4.38"},
    **{"34": "4.50", "35": "4.26", "38": "4.31", "39": "4.28", "40": "4.64", "42": "4.47"},
    **{"49": "4.20", "50": "4.6", "51": "4.5", "54": "4.9", "55": "4.8"},
}
_IHE = {
    **{"1": "4.8", "1.1": "4.6", "1.2": "4.5", "2": "4.64", "3": "4.20", "5": "4.4"},
    **{"5.1": "4.3", "5.2": "4.3", "5.3": "4.30", "6": "4.7", "6.1": "4.9", "7": "4.16"},
    **{"12": "4.52", "13.3": "4.46", "13.4": "4.38", "14": "4.49", "15": "4.45", "19": "4.14"},
}
OLDER: Final[Mapping[str, str]] = {
    **{f"2.16.840.1.113883.10.20.1.{old}": new for old, new in _CCD.items()},
    **{f"1.3.6.1.4.1.19376.1.5.3.1.4.{old}": new for old, new in _IHE.items()},
}

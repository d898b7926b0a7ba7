"""What kind of treatment a procedure is, by its sender's category or words."""

import re
from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.fhir.codes import codings, line, words

_CATEGORIES: Mapping[str, str] = {
    "387713003": "operation",
    "108290001": "radiotherapy",
    "367336001": "course",
    "91251008": "therapy",
    "277132007": "therapy",
    "363679005": "looked",
    "103693007": "looked",
    "386053000": "looked",
    "409063005": "looked",
    "409073007": "looked",
    "410606002": "looked",
}
"""http://hl7.org/fhir/R4/valueset-procedure-category.html, and the like of SNOMED CT."""

_OPERATION = (
    r"\w+(ectom|otom|ostom|plast|orrhaph|pex)(y|ies)|surgery|operations?|replacement|transplant\w*"
    r"|bypass|excision|repair|amputation|graft\w*|fixation|resection|cabg|caesarean"
)
_PROCEDURE = (
    r"\w*scop(y|ies)|biops(y|ies)|stent\w*|angioplasty|ablation|catheteri[sz]\w*|cardioversion"
    r"|drainage|insertion|implant\w*|removal|injection|transfusion|dialysis|delivery|embolisation"
)
_SORTS = (
    ("radiotherapy", re.compile(r"\b(radiotherapy|radiation|irradiation|brachytherapy)\b", re.I)),
    ("course", re.compile(r"\b(chemo\w*|immunotherapy|chemoradiation)\b", re.I)),
    ("operation", re.compile(rf"\b({_OPERATION})\b", re.I)),
    ("procedure", re.compile(rf"\b({_PROCEDURE})\b", re.I)),
    ("therapy", re.compile(r"\b(\w*therapy|rehabilitation|physio\w*|counselling)\b", re.I)),
)
_LOOKED = re.compile(
    r"\b(measure\w*|screening|counts?|cultures?|panel|tests?|typing|examination|evaluation"
    r"|assessment|documentation|review|reconciliation|auscultation|stud(y|ies)|scan\w*|ultrasound"
    r"|x-?ray|radiograph\w*|imaging|tomography|mri|ct|us|smear|consult\w*|interview|education"
    r"|counseling|referral|consent|interpretation|monitoring|observation|urinalysis|order"
    r"|questionnaire|vaccination|immuni[sz]ation|code status|record entry|status)\b",
    re.I,
)


def sort_of(body: dict[str, Any]) -> str:
    """Return the type of a treatment; empty for what was only looked at, asked or written down."""
    told = [line(one.get("code")) for one in codings(body.get("category"))]
    given = next((_CATEGORIES[one] for one in told if one in _CATEGORIES), "")
    named = words(body.get("code"))
    by_words = next((sort for sort, pattern in _SORTS if pattern.search(named)), "")
    if given and given != "looked":
        return given
    looked = given == "looked" or _LOOKED.search(named)
    return by_words or ("" if looked else "procedure")

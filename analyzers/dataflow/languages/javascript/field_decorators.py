"""What decorators of class-validator say of a field: a number, a harmless form, or one of a few values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.analyzers.dataflow.domain.regex import is_narrow

_NO_TEXT = re.compile(
    r"@(?:IsEnum|IsIn|IsInt|IsNumber|IsPositive|IsNegative|IsDivisibleBy|IsBoolean|IsDate|IsUUID|IsMongoId|IsAlpha"
    r"|IsAlphanumeric|IsHexadecimal|IsHexColor|IsNumberString|IsBooleanString|IsISO8601|IsDateString|IsIP|IsPort|Equals"
    r"|IsISO31661Alpha[23]|IsISO4217CurrencyCode|IsSemVer|IsMilitaryTime|IsRFC3339|IsMACAddress|IsDecimal|IsHash|IsISIN"
    r"|IsTimeZone|IsObjectId|IsOctal|IsLatitude|IsLongitude|IsCreditCard|IsCurrency|IsMobilePhone)\("
)
_MATCHES = re.compile(r"@Matches\(\s*(/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/[a-z]*)", re.DOTALL)
_ONLY_SOMETIMES = re.compile(r"@ValidateIf\(|\bgroups\s*:")


def lets_no_text(decorators: Sequence[str]) -> bool:
    """True where what a field holds can do no harm once the object was validated."""
    if any(_ONLY_SOMETIMES.search(each) for each in decorators):
        return False
    return any(_NO_TEXT.match(each) or _is_narrow(each) for each in decorators)


def _is_narrow(decorator: str) -> bool:
    found = _MATCHES.match(decorator)
    return found is not None and is_narrow(found[1], False)

"""Whether a text looks random, as keys and tokens do: `metavariable-analysis` with `entropy`.

Random text has many different characters for its length, and pairs of letters that words do not have. Both are
measured in bits for each character.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log2

_SHORTEST = 12
_ENOUGH_BITS = 2.0
_RARE_PAIRS = 0.45
_COMMON = """
th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro
ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so
rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl
ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt
oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck
ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af
hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze ks xt bs ik dd
pt rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb bj oj ix za ek yp
"""
_COMMON_PAIRS = frozenset(_COMMON.split())


def looks_random(text: str) -> bool:
    """True for a text that is probably a key or token and not words of people or programs."""
    text = text.strip()
    if len(text) < _SHORTEST or len(text.split(None, 1)) > 1:
        return False
    return bits(text) >= _ENOUGH_BITS and rarity(text) >= _RARE_PAIRS


def bits(text: str) -> float:
    """The Shannon entropy of the characters, in bits for each."""
    size = len(text)
    return -sum(count / size * log2(count / size) for count in Counter(text).values()) if size else 0.0


def rarity(text: str) -> float:
    """The share of neighbouring characters that are not a usual pair of letters of a word."""
    lower = text.lower()
    pairs = Counter(pairwise(lower))
    common = sum(count for (first, second), count in pairs.items() if first + second in _COMMON_PAIRS)
    return 1 - common / (len(lower) - 1) if pairs else 0.0

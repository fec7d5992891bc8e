"""28 invented societies on a tile grid shaped like a prefecture: six blocks, the last an island.

No name is that of a real municipality. Members and staff only weigh the invented numbers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleSociety:
    """An invented society: its tile, and how many members and staff it has."""

    name: str
    slug: str
    block: str
    grid_col: int
    grid_row: int
    members: int
    staff: int


_TABLE = """
ゆきあかり町 yukiakari      北ブロック   3 1  520  6
しらかば原町 shirakabahara  北ブロック   4 1  610  6
もみの木町   mominoki       北ブロック   2 2  480  5
こだま谷村   kodamadani     北ブロック   3 2  350  4
ほしぞら市   hoshizora      北ブロック   4 2 1240 11
たけとんぼ町 taketonbo      西ブロック   1 3  690  7
いろり町     irori          西ブロック   2 3  560  6
すすきの原町 susukinohara   西ブロック   1 4  640  6
ゆうやけ市   yuyake         西ブロック   2 4 1410 12
まつかぜ町   matsukaze      西ブロック   2 5  880  8
こもれび町   komorebi       中央ブロック 3 3  970  9
せせらぎ町   seseragi       中央ブロック 4 3  830  8
ひなた市     hinata         中央ブロック 3 4 1690 14
みほん市     mihon          中央ブロック 4 4 1930 16
あおぞら町   aozora         中央ブロック 3 5 1050 10
なないろ町   nanairo        中央ブロック 4 5  920  9
かざぐるま町 kazaguruma     東ブロック   5 2  740  7
はなうた町   hanauta        東ブロック   5 3  860  8
つくしんぼ町 tsukushinbo    東ブロック   6 3  670  7
あさやけ市   asayake        東ブロック   5 4 1520 13
わかば台町   wakabadai      東ブロック   6 4  990  9
みかん山町   mikanyama      南ブロック   5 5  780  7
ほたる川町   hotarugawa     南ブロック   3 6  720  7
しおかぜ市   shiokaze       南ブロック   4 6 1360 12
なぎさ橋町   nagisabashi    南ブロック   5 6  810  8
うみねこ町   umineko        南ブロック   6 6  590  6
あかり島村   akarijima      島ブロック   1 7  190  4
かもめ島町   kamomejima     島ブロック   2 7  430  5
"""


def _society(line: str) -> SampleSociety:
    place, slug, block, col, row, members, staff = line.split()
    return SampleSociety(f"{place}商工会", slug, block, int(col), int(row), int(members), int(staff))


SOCIETIES: tuple[SampleSociety, ...] = tuple(_society(line) for line in _TABLE.strip().splitlines())

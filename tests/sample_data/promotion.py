"""Invented regional promotion projects of R5–R7, the register behind indicator ①."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleProject:
    """One invented project; `society` is its slug, cost in yen; an empty target means none was set."""

    fiscal_year: int
    society: str
    name: str
    metric: str
    unit: str
    direction: str
    target: str
    actual: str
    cost: str


_TABLE = """
2023|mihon|みほん市まるごと朝市|来場者数|人|increase|6000|5240|2400000
2023|hinata|ひなた市の特産品開発|商品化した数|件|increase|5|4|1800000
2023|aozora|あおぞら町の星空ツアー|参加者数|人|increase|240|261|950000
2023|shiokaze|しおかぜ市の魚まつり|来場者数|人|increase|8000|7150|3100000
2023|asayake|あさやけ市プレミアム商品券|加盟店数|店|increase|320|298|1200000
2023|yuyake|ゆうやけ市の空き店舗対策|空き店舗数|店|decrease|40|45|2600000
2023|hoshizora|ほしぞら市の農商工連携|商談の成立件数|件|increase|30|22|1400000
2023|komorebi|こもれび町の木の道具市|売上額|千円|increase|4500|4120|1100000
2023|mikanyama|みかん山町の加工品販路|取扱店数|店|increase|25|19|800000
2023|irori|いろり町の囲炉裏体験|参加者数|人|increase|180|112|420000
2023|kamomejima|かもめ島町の島めぐり|参加者数|人|increase|300|341|760000
2023|wakabadai|わかば台町の子育て店めぐり|参加店数|店|increase|60|48|540000
2023|kodamadani|こだま谷村の交流会|参加者数|人|increase||64|150000
2024|mihon|みほん市まるごと朝市|来場者数|人|increase|6200|6480|2500000
2024|hinata|ひなた市の特産品開発|商品化した数|件|increase|6|6|1900000
2024|aozora|あおぞら町の星空ツアー|参加者数|人|increase|280|254|980000
2024|shiokaze|しおかぜ市の魚まつり|来場者数|人|increase|8000|6830|3200000
2024|asayake|あさやけ市プレミアム商品券|加盟店数|店|increase|320|316|1250000
2024|yuyake|ゆうやけ市の空き店舗対策|空き店舗数|店|decrease|38|41|2700000
2024|seseragi|せせらぎ町の川床市|来場者数|人|increase|2400|1690|880000
2024|nanairo|なないろ町の染物体験|参加者数|人|increase|350|402|610000
2024|hanauta|はなうた町の音楽と商店街|来場者数|人|increase|1500|1120|720000
2024|nagisabashi|なぎさ橋町の夕日写真展|応募点数|点|increase|400|287|330000
2024|matsukaze|まつかぜ町の移動販売|利用者数|人|increase|1200|1064|1500000
2024|taketonbo|たけとんぼ町のものづくり教室|参加者数|人|increase|160|149|280000
2024|umineko|うみねこ町の海産物の通販|売上額|千円|increase|3000|1980|900000
2024|akarijima|あかり島村の灯り祭り|来場者数|人|increase||820|450000
2025|mihon|みほん市まるごと朝市|来場者数|人|increase|6500|6720|2600000
2025|hinata|ひなた市の特産品開発|商品化した数|件|increase|7|6|2000000
2025|aozora|あおぞら町の星空ツアー|参加者数|人|increase|280|312|990000
2025|shiokaze|しおかぜ市の外国人観光客の受け入れ|来訪者数|人|increase|200|1900|1700000
2025|asayake|あさやけ市プレミアム商品券|加盟店数|店|increase|330|334|1300000
2025|yuyake|ゆうやけ市の空き店舗対策|空き店舗数|店|decrease|36|39|2700000
2025|seseragi|せせらぎ町の川床市|来場者数|人|increase|2400|1740|900000
2025|nanairo|なないろ町の染物体験|参加者数|人|increase|380|361|640000
2025|hanauta|はなうた町の音楽と商店街|来場者数|人|increase|1500|1245|730000
2025|tsukushinbo|つくしんぼ町の山菜の加工品|取扱店数|店|increase|18|11|390000
2025|matsukaze|まつかぜ町の移動販売|利用者数|人|increase|1300|1338|1500000
2025|shirakabahara|しらかば原町の冬の森ツアー|参加者数|人|increase|220|148|510000
2025|umineko|うみねこ町の海産物の通販|売上額|千円|increase|3000|2610|920000
2025|mominoki|もみの木町の木工の販路開拓|商談の成立件数|件|increase||9|350000
2025|akarijima|あかり島村の灯り祭り|来場者数|人|increase||905|460000
"""


def _project(line: str) -> SampleProject:
    year, *rest = line.split("|")
    return SampleProject(int(year), *rest)


PROJECTS: tuple[SampleProject, ...] = tuple(_project(line) for line in _TABLE.strip().splitlines())

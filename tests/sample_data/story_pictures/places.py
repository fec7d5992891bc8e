"""Five pictures in which the place comes first."""

# ruff: noqa: E501 - one shape a line
from __future__ import annotations

from collections.abc import Callable

from tests.sample_data.story_pictures.shapes import (
    BARK,
    BLUE,
    CLAY,
    CREAM,
    DEEP,
    GOLD,
    INK,
    LEAF,
    MIMOSA,
    MIST,
    PALE,
    PAPER,
    PINE,
    SAND,
    SKY,
    STONE,
    TAN,
    WHITE,
    WOOD,
    disc,
    faded,
    hills,
    mimosa,
    noren,
    path,
    person,
    picture,
    placed,
    poly,
    rect,
    stroke,
    tree,
    words,
)  # fmt: skip

WIDE, HIGH = 1600, 1067


def miso() -> str:
    """A miso maker's storehouse in the snow: owner and adviser before the door."""
    roof = poly([(250, 392), (800, 176), (1350, 392), (1350, 430), (250, 430)], "#4B5663")
    snow = path(
        "M232,388 L800,160 L1368,388 q6,26 -30,24 q-60,-30 -110,-6 q-60,20 -120,-16 q-60,-20 -120,4 "
        "q-70,20 -130,-6 q-60,-30 -120,0 q-70,26 -130,-2 q-60,-24 -120,6 q-60,26 -110,-4 q-60,-20 -100,20 "
        "q-40,10 -18,-20Z",
        WHITE,
    )
    boards = "".join(rect(300 + n * 50, 640, 44, 250, BARK if n % 2 else "#7A5238") for n in range(20))
    vents = "".join(
        rect(x, 500, 110, 84, "#4B5663", 6)
        + "".join(rect(x + 14 + n * 24, 510, 9, 64, CREAM) for n in range(4))
        for x in (380, 1110)
    )
    barrel = (
        path("M-74,0 L-62,-150 L62,-150 L74,0Z", WOOD)
        + "".join(stroke(f"M{n * 24},-148 L{n * 28},-4", BARK, 3) for n in range(-2, 3))
        + stroke("M-68,-116 L68,-116 M-72,-36 L72,-36", LEAF, 11)
        + rect(-70, -168, 140, 22, "#C99B6E", 8)
        + disc(0, -186, 34, STONE, 22)
    )
    flakes = "".join(
        disc((n * 331) % 1600, (n * 197) % 860, 4 + n % 4, WHITE, more='opacity=".85"') for n in range(46)
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, SKY),
            disc(1290, 190, 84, MIMOSA, more='opacity=".9"'),
            hills(640, "#A9C0D2", 0, 190),
            hills(720, "#DCE6EC", 60, 120),
            *(tree(x, 800, 250, PINE) for x in (90, 190, 1440, 1540)),
            rect(290, 400, 1020, 490, CREAM),
            boards,
            roof,
            snow,
            vents,
            rect(660, 560, 280, 330, "#54392A", 6),
            rect(676, 576, 248, 314, "#E9B65A"),
            rect(676, 576, 248, 314, BARK, 0, 'opacity=".35"'),
            noren(640, 540, 320, 120, "みそ"),
            path("M0,868 Q400,838 800,872 T1600,862 L1600,1067 L0,1067Z", WHITE),
            path("M560,1067 Q690,940 700,884 L900,884 Q930,960 1090,1067Z", MIST),
            placed(400, 944, barrel, 1.12),
            placed(236, 976, barrel, 0.94),
            placed(1230, 950, barrel, 1.05),
            person(
                650, 1000, 400, DEEP, "scarf", hair_colour=CREAM, apron=SAND, hands=((-66, 150), (84, 96))
            ),
            person(930, 1004, 396, "#7D8C99", "short", legs=INK, hands=((-54, 92), (-6, 96)), flip=False),
            rect(892, 846, 74, 54, CREAM, 4, 'transform="rotate(-8 930 870)"'),
            rect(902, 858, 46, 5, STONE, 0, 'transform="rotate(-8 930 870)"'),
            rect(902, 870, 36, 5, STONE, 0, 'transform="rotate(-8 930 870)"'),
            flakes,
        ],
    )


def _crate(fruit: str, light: str) -> str:
    balls = "".join(
        disc(-78 + (n % 6) * 31, -78 - (n // 6) * 22 + (n % 2) * 4, 20, fruit if n % 3 else light)
        for n in range(12)
    )
    slats = "".join(rect(-100, -66 + n * 24, 200, 20, WOOD if n % 2 else "#C49A70", 4) for n in range(3))
    return balls + slats


def farm_shop() -> str:
    """A farmer packs oranges at a roadside shop; orders come in on a tablet."""
    terraces = "".join(
        path(f"M-20,{560 + n * 66} Q400,{470 + n * 62} 830,{560 + n * 46} T1640,{540 + n * 44} L1640,1000 "
             f"L-20,1000Z", (LEAF, "#9AB57E", "#7B9A61", "#94AF78")[n])
        for n in range(4)
    )  # fmt: skip
    grove = "".join(
        placed(
            40 + (n * 173) % 560,
            610 + (n // 4) * 66 + (n % 3) * 8,
            disc(0, -30, 40, PINE, 36)
            + "".join(disc(dx, dy, 6, "#E8913A") for dx, dy in ((-18, -36), (8, -48), (18, -24), (-6, -20))),
        )
        for n in range(12)
    )
    stripes = "".join(
        path(f"M{640 + n * 94},300 h94 l12,96 q-53,34 -106,0Z", CREAM if n % 2 else MIMOSA) for n in range(9)
    )
    parcels = "".join(
        placed(
            x, y,
            rect(-80, -104, 160, 104, "#CFA476", 6) + rect(-14, -104, 28, 104, "#E4C79F")
            + rect(26, -46, 40, 28, CREAM, 3),
        )
        for x, y in ((1330, 782), (1240, 886), (1410, 886), (1326, 990), (1496, 990))
    )  # fmt: skip
    tablet = (
        rect(-78, -112, 156, 112, INK, 12)
        + rect(-66, -100, 132, 88, WHITE, 4)
        + disc(-36, -66, 20, "#E8913A")
        + rect(-4, -84, 58, 9, DEEP, 4)
        + rect(-4, -66, 44, 9, STONE, 4)
        + rect(-4, -46, 58, 20, MIMOSA, 8)
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#F9E6BE"),
            disc(330, 250, 120, MIMOSA),
            hills(560, "#BFD0B2", 0, 210),
            terraces,
            grove,
            rect(0, 900, WIDE, 200, SAND),
            rect(672, 330, 26, 620, BARK),
            rect(1452, 330, 26, 620, BARK),
            rect(690, 380, 770, 420, "#FFF6DF"),
            *(rect(690, y, 770, 14, WOOD) for y in (520, 650)),
            *(
                rect(720 + n * 70, 462 - (n % 2) * 6, 40, 58 + (n % 2) * 6, (CLAY, "#E8913A", LEAF)[n % 3], 8)
                + rect(727 + n * 70, 446 - (n % 2) * 6, 26, 18, CREAM, 4)
                for n in range(5)
            ),
            stripes,
            rect(626, 282, 868, 26, BARK, 8),
            rect(850, 196, 420, 82, DEEP, 12),
            words(1060, 254, "みかん直売所", 50, CREAM),
            person(1010, 962, 440, CLAY, "scarf", apron="#F7F0DF", hands=((-74, 118), (78, 124)), skin=TAN),
            rect(640, 776, 560, 40, WOOD, 8),
            rect(660, 816, 520, 160, "#A37650"),
            *(rect(660, 816 + n * 40, 520, 4, BARK, 0, 'opacity=".4"') for n in range(1, 4)),
            placed(770, 776, _crate("#E8913A", "#F2B04C"), 0.98),
            placed(1120, 776, tablet),
            person(470, 1010, 400, BLUE, "bob", skirt=True, legs=SAND, hands=((-60, 150), (88, 88))),
            path("M436,850 h-70 l-10,90 h92Z", CREAM),
            parcels,
        ],
    )


def workshop() -> str:
    """A small metal works: a new machine, and an old hand teaching a young one."""
    windows = "".join(
        rect(90 + n * 250, 120, 200, 210, PALE, 4)
        + rect(186 + n * 250, 120, 8, 210, "#5D6B78")
        + rect(90 + n * 250, 221, 200, 8, "#5D6B78")
        for n in range(6)
    )
    beams = path("M90,330 L290,330 L560,880 L250,880Z", WHITE, 'opacity=".16"') + path(
        "M590,330 L790,330 L1060,880 L750,880Z", WHITE, 'opacity=".16"'
    )
    machine = (
        rect(0, 0, 560, 520, "#EDEFEA", 22)
        + rect(0, 0, 560, 70, DEEP, 22)
        + rect(0, 44, 560, 30, DEEP)
        + words(130, 48, "MIHON 5", 30, CREAM, 'letter-spacing="3"')
        + rect(40, 110, 300, 250, "#23384F", 16)
        + rect(56, 126, 268, 218, "#3B5A7A", 10)
        + rect(176, 126, 30, 90, MIST)
        + poly([(176, 216), (206, 216), (191, 256)], STONE)
        + rect(110, 286, 160, 26, STONE, 4)
        + rect(150, 262, 82, 26, GOLD, 3)
        + "".join(
            stroke(f"M191,258 l{dx},{dy}", MIMOSA, 5)
            for dx, dy in ((-46, -22), (44, -26), (-30, -50), (34, -54))
        )
        + rect(376, 110, 150, 190, "#D2D8D6", 12)
        + rect(392, 126, 118, 92, "#16324F", 6)
        + stroke("M402,196 l22,-30 20,14 26,-40 28,18", MIMOSA, 6)
        + "".join(disc(406 + n * 30, 252, 11, (CLAY, MIMOSA, LEAF, BLUE)[n]) for n in range(4))
        + rect(0, 400, 560, 16, STONE)
        + rect(36, 440, 300, 50, "#D2D8D6", 8)
        + rect(26, 520, 70, 26, INK)
        + rect(464, 520, 70, 26, INK)
    )
    gear = "".join(rect(-9, -52, 18, 26, GOLD, 3, f'transform="rotate({n * 45})"') for n in range(8))
    part = gear + disc(0, 0, 36, GOLD) + disc(0, 0, 14, "#8A6A1C")
    tools = "".join(
        stroke(f"M{x},420 v{70 + (n % 3) * 22}", ("#6F7C87", CLAY, BARK)[n % 3], 13)
        + disc(x, 416, 15, ("#6F7C87", "#55606A", MIMOSA)[n % 3])
        for n, x in enumerate(range(140, 500, 60))
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#8FA3B1"),
            rect(0, 0, WIDE, 76, "#5D6B78"),
            windows,
            rect(0, 860, WIDE, 220, "#B9B6AA"),
            rect(0, 856, WIDE, 14, "#7B8087"),
            rect(100, 380, 420, 190, "#C6A784", 10),
            tools,
            beams,
            rect(0, 884, WIDE, 20, MIMOSA),
            *(poly([(n * 120, 884), (n * 120 + 50, 884), (n * 120 + 26, 904), (n * 120 - 24, 904)], INK) for n in range(15)),
            *(
                f'<g transform="translate({x} 76)">{stroke("M0,0 V90", INK, 5)}{path("M-56,132 Q0,50 56,132Z", DEEP)}'
                f"{disc(0, 134, 22, MIMOSA, 12)}</g>"
                for x in (420, 930)
            ),
            placed(900, 390, machine, 1.06),
            rect(90, 770, 520, 30, WOOD, 6),
            rect(120, 800, 26, 140, BARK),
            rect(552, 800, 26, 140, BARK),
            placed(200, 722, part, 0.92),
            placed(310, 736, part, 0.68),
            rect(380, 722, 150, 48, "#6F7C87", 6),
            rect(370, 708, 170, 18, "#55606A", 6),
            person(650, 978, 450, "#5E7C97", "cap", hair_colour=DEEP, legs="#46586A", skin=TAN, hands=((-64, 150), (110, 62))),
            person(826, 986, 430, "#5E7C97", "bun", legs="#46586A", hands=((-70, 150), (86, 60))),
        ],
        INK,
    )  # fmt: skip


def inn() -> str:
    """A river inn in the evening: the landlady welcomes a guest; mimosa in a vase."""
    lattice = "".join(rect(160 + n * 36, 330, 9, 430, BARK) for n in range(15))
    water = "".join(
        stroke(f"M{-40 + (n * 257) % 1500},{962 + (n % 4) * 28} q40,-14 80,0 t80,0", PALE, 5, 'opacity=".7"')
        for n in range(14)
    )
    lantern = (
        rect(-34, -66, 68, 12, INK, 3)
        + disc(0, 0, 50, MIMOSA, 58)
        + "".join(
            stroke(f"M{-48 + abs(n) * 3},{n * 18} q48,12 {96 - abs(n) * 6},0", GOLD, 3) for n in range(-2, 3)
        )
        + rect(-34, 54, 68, 12, INK, 3)
        + words(0, 16, "宿", 44, INK)
    )
    eaves = path("M60,330 L150,214 L1450,214 L1540,330Z", "#3E4A58") + "".join(
        stroke(f"M{170 + n * 60},222 L{112 + n * 65.4},322", "#566474", 5) for n in range(21)
    )
    upper = rect(250, 60, 1100, 160, "#7A5238") + "".join(
        rect(290 + n * 178, 92, 136, 104, "#F6D27E")
        + stroke(f"M{358 + n * 178},92 v104 M{290 + n * 178},144 h136", BARK, 6)
        for n in range(6)
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#2C4A70"),
            disc(1476, 110, 62, "#F9EBC4"),
            hills(560, "#223A5B", 40, 230),
            upper,
            poly([(200, 66), (300, 0), (1300, 0), (1400, 66)], "#3E4A58"),
            rect(130, 320, 1340, 580, "#8A5F41"),
            rect(160, 350, 540, 410, "#F6D27E"),
            lattice,
            rect(160, 540, 540, 9, BARK),
            rect(790, 350, 560, 550, "#F8DD98"),
            rect(790, 350, 560, 550, CLAY, 0, 'opacity=".10"'),
            rect(770, 350, 24, 550, BARK),
            rect(1346, 350, 24, 550, BARK),
            rect(1214, 720, 104, 160, BARK, 6),
            rect(1196, 706, 140, 20, WOOD, 6),
            path("M1240,706 q-16,-50 8,-78 h38 q24,28 8,78Z", PALE),
            mimosa(1268, 610, 1.28),
            faded(mimosa(1250, 600, 0.9), 0.95),
            eaves,
            noren(800, 352, 540, 96, "せせらぎ", CREAM, DEEP),
            placed(726, 460, lantern, 1.1),
            rect(0, 888, WIDE, 60, "#6D7A80"),
            *(rect(n * 134 - 20, 892, 122, 24, "#8B979A", 10) for n in range(13)),
            rect(0, 940, WIDE, 140, "#3E6C97"),
            water,
            person(970, 930, 410, DEEP, "bun", legs=DEEP, robe=MIMOSA, hands=((-10, 134), (12, 134))),
            person(1130, 928, 396, CLAY, "bob", skirt=True, legs="#6B4C5E", hands=((-74, 110), (60, 150))),
            rect(1188, 862, 70, 78, "#2C4A70", 12),
            rect(1212, 844, 22, 22, "none", 6, f'stroke="{INK}" stroke-width="6"'),
            person(430, 934, 392, "#566F60", "short", legs="#37473D", hands=((-60, 150), (70, 80))),
            stroke("M502,770 L530,914", WOOD, 9),
            path("M512,900 l36,-8 10,40 -52,8Z", GOLD),
            faded(stroke("M700,960 q40,12 80,0", MIMOSA, 8) + stroke("M680,990 q60,14 120,0", MIMOSA, 8), 0.6),
        ],
        CREAM,
    )  # fmt: skip


def music_street() -> str:
    """A summer evening in a shopping street: a trumpet, a double bass, flags across the road."""
    shops: list[str] = []
    for n, (wall, roof, sign) in enumerate(
        ((CREAM, CLAY, "本"), ("#DDE5DA", PINE, "花"), (PAPER, BLUE, "茶")), start=0
    ):
        x = n * 230 - 20
        shops += [
            rect(x, 330 + n * 30, 230, 530 - n * 30, wall),
            rect(x, 560, 230, 16, roof),
            path(f"M{x},576 h230 l10,50 h-250Z", roof),
            rect(x + 30, 640, 170, 220, "#F6D27E", 4),
            rect(x + 44, 400, 60, 90, SKY, 4),
            rect(x + 126, 400, 60, 90, SKY, 4),
            disc(x + 115, 536, 30, DEEP),
            words(x + 115, 549, sign, 36, CREAM),
        ]
    other: list[str] = []
    for n, (wall, roof, sign) in enumerate(
        ((PAPER, GOLD, "肉"), (CREAM, CLAY, "靴"), ("#E7DCC8", PINE, "傘"))
    ):
        x = 930 + n * 230
        other += [
            rect(x, 390 - n * 30, 230, 470 + n * 30, wall),
            rect(x, 560, 230, 16, roof),
            path(f"M{x},576 h230 l10,50 h-250Z", roof),
            rect(x + 30, 640, 170, 220, "#F6D27E", 4),
            rect(x + 44, 430 - n * 14, 60, 80, SKY, 4),
            rect(x + 126, 430 - n * 14, 60, 80, SKY, 4),
            disc(x + 115, 536, 30, DEEP),
            words(x + 115, 549, sign, 36, CREAM),
        ]
    flags = stroke("M-20,150 Q800,400 1620,130", BARK, 5) + stroke("M-20,280 Q800,470 1620,250", BARK, 5)
    for n in range(17):
        t = n / 16
        for a, m, b, k in ((150, 400, 130, 0), (280, 470, 250, 1)):
            x = -20 * (1 - t) ** 2 + 1600 * t * (1 - t) + 1620 * t**2
            y = a * (1 - t) ** 2 + 2 * m * t * (1 - t) + b * t**2
            colour = (MIMOSA, CLAY, CREAM, SKY)[(n + k) % 4]
            flags += poly([(x - 26, y), (x + 26, y), (x, y + 50)], colour)
    bass = (
        path(
            "M0,0 C-70,0 -78,-70 -50,-104 C-66,-130 -52,-176 0,-176 C52,-176 66,-130 50,-104 C78,-70 70,0 0,0Z",
            CLAY,
        )
        + rect(-8, -330, 16, 250, BARK, 6)
        + disc(0, -340, 16, BARK)
        + stroke("M-4,-330 V-40 M4,-330 V-40", CREAM, 2)
        + stroke("M0,0 V24", INK, 6)
        + stroke("M-26,-80 q-8,20 0,36 M26,-80 q8,20 0,36", BARK, 4)
    )
    trumpet = (
        stroke("M0,0 H84", GOLD, 10)
        + poly([(84, -6), (128, -30), (128, 30), (84, 6)], MIMOSA)
        + stroke("M28,2 q0,28 22,28 q22,0 22,-28", GOLD, 8)
        + "".join(rect(36 + n * 13, -22, 7, 22, GOLD, 3) for n in range(3))
    )
    notes = "".join(
        placed(x, y, disc(0, 0, 15, c, 12) + stroke("M13,-2 V-58 q22,8 24,30", c, 6), s)
        for x, y, s, c in (
            (880, 520, 1.1, MIMOSA),
            (960, 450, 0.8, CREAM),
            (690, 470, 0.9, CREAM),
            (790, 420, 0.7, MIMOSA),
        )
    )
    crowd = "".join(
        disc(x, 1016 + (n % 2) * 14, 40, (INK, BARK, "#4B3B35", "#6A6A72")[n % 4], 44)
        + path(f"M{x - 84},1110 q10,-66 84,-66 q74,0 84,66Z", (BLUE, CLAY, PINE, GOLD, DEEP)[n % 5])
        for n, x in enumerate((70, 236, 400, 1090, 1250, 1400))
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#F3B98A"),
            rect(0, 0, WIDE, 260, "#E79E83", 0, 'opacity=".55"'),
            disc(800, 520, 170, MIMOSA),
            hills(680, "#B98A86", 0, 110),
            rect(0, 780, WIDE, 80, "#B98A86"),
            *shops,
            *other,
            rect(0, 856, WIDE, 220, "#E9D4B4"),
            rect(0, 856, WIDE, 18, "#CFB28C"),
            *(poly([(800 + d * 60, 874), (800 + d * 60 + 8, 874), (800 + d * 150, 1080), (800 + d * 150 - 16, 1080)],
                   "#DCC39D") for d in (-13, -10, -7, -4, 4, 7, 10, 13)),
            flags,
            disc(800, 936, 330, BARK, 46, 'opacity=".25"'),
            person(620, 930, 400, MIMOSA, "bob", skirt=True, legs=DEEP, hands=((-66, 150), (64, 84))),
            stroke("M668,716 v-60", BARK, 6) + disc(668, 650, 16, INK),
            person(800, 948, 410, CREAM, "short", legs=DEEP, hands=((30, 2), (44, -6))),
            placed(846, 634, trumpet, 1, False),
            placed(1048, 930, bass, 1.08),
            person(978, 938, 410, DEEP, "cap", hair_colour=INK, legs=INK, hands=((40, 60), (74, -20)), skin=TAN),
            notes,
            crowd,
        ],
    )  # fmt: skip


SCENES: dict[str, Callable[[], str]] = {
    "misogura": miso,
    "mikan-direct": farm_shop,
    "precision-parts": workshop,
    "river-inn": inn,
    "music-street": music_street,
}

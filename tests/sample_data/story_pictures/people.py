"""Five pictures in which people come first."""

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
    hills,
    path,
    person,
    picture,
    placed,
    poly,
    rect,
    seated,
    stroke,
    tree,
    words,
)  # fmt: skip

WIDE, HIGH = 1600, 1067


def _loaf(colour: str) -> str:
    return path("M-60,0 C-84,-64 84,-64 60,0 Q0,14 -60,0Z", colour) + stroke(
        "M-26,-36 l14,22 M0,-42 l14,24 M26,-38 l12,20", "#F3D9AE", 6
    )


def bakery() -> str:
    """Upright: a young baker at the door of her own shop in the morning."""
    bricks = "".join(
        rect(70 + (n % 8) * 120 + (n // 8 % 2) * 60, 1240 + (n // 8) * 46, 112, 38, "#D9C3A0", 4)
        for n in range(40)
        if n % 8 < 7 or n // 8 % 2 == 0
    )
    shelves = "".join(
        rect(130, y, 380, 16, BARK)
        + "".join(
            placed(200 + n * 120, y, _loaf((WOOD, "#C98A4B", "#D9A25C")[(n + k) % 3]), 0.82) for n in range(3)
        )
        for k, y in enumerate((760, 900, 1040))
    )
    stripes = "".join(
        path(f"M{60 + n * 96},520 h96 l4,100 q-52,34 -104,0Z", CREAM if n % 2 else CLAY) for n in range(10)
    )
    baguettes = (
        "".join(
            stroke(
                f"M{-24 + n * 20},0 L{-44 + n * 34},{-150 + abs(n - 1) * 14}",
                ("#D9A25C", "#C98A4B", WOOD)[n],
                26,
            )
            for n in range(3)
        )
        + path("M-58,-40 h104 l-14,110 h-76Z", "#A9794D")
        + stroke("M-56,-14 h98 M-52,14 h92 M-48,42 h84", BARK, 5)
    )
    return picture(
        1067,
        1600,
        [
            rect(0, 0, 1067, 1600, "#FBE7BD"),
            disc(850, 210, 130, MIMOSA),
            hills(480, "#CBD8B9", 0, 150, 1067),
            rect(40, 330, 990, 1130, PAPER),
            rect(40, 330, 990, 40, BARK),
            disc(533, 440, 58, DEEP),
            placed(533, 462, _loaf(MIMOSA), 0.66),
            words(300, 458, "わかば", 54, DEEP, 'letter-spacing="8"'),
            words(768, 458, "製パン", 54, DEEP, 'letter-spacing="8"'),
            rect(110, 640, 420, 500, "#F9DE9C", 8),
            shelves,
            rect(110, 640, 420, 500, "none", 8, f'stroke="{BARK}" stroke-width="16"'),
            stroke("M150,700 L260,660 M150,760 L340,660", WHITE, 8, 'opacity=".6"'),
            bricks,
            rect(590, 640, 370, 820, DEEP, 10),
            rect(630, 690, 290, 420, PALE, 8),
            rect(630, 690, 290, 420, MIMOSA, 8, 'opacity=".22"'),
            rect(640, 1150, 270, 250, "#0F3265", 8),
            disc(906, 1150, 16, GOLD),
            stripes,
            rect(50, 500, 970, 26, BARK, 8),
            rect(0, 1452, 1067, 150, SAND),
            rect(0, 1452, 1067, 16, "#CDB994"),
            placed(170, 1480, rect(-60, -120, 120, 120, "#B5694A", 10) + disc(0, -180, 96, PINE, 92)
                   + disc(-30, -210, 40, LEAF, 36) + disc(36, -160, 34, LEAF, 30)),
            person(640, 1520, 640, WHITE, "scarf", hair_colour=CLAY, legs="#5A4A42", apron=MIMOSA,
                   hands=((-40, 96), (64, 110))),
            placed(640, 1270, baguettes, 1.15),
            placed(906, 1496, poly([(-80, 0), (-56, -210), (56, -210), (80, 0)], BARK)
                   + rect(-52, -196, 104, 150, "#2F3B38", 4)
                   + words(0, -140, "本日の", 26, CREAM) + words(0, -100, "パン", 32, MIMOSA)
                   + stroke("M-30,-76 h60", CREAM, 4)),
        ],
    )  # fmt: skip


def _bicycle() -> str:
    wheel = disc(0, 0, 92, "none", more=f'stroke="{INK}" stroke-width="12"') + disc(
        0, 0, 82, "none", more=f'stroke="{STONE}" stroke-width="4"'
    )
    spokes = "".join(
        f'<g transform="rotate({n * 22.5})">{stroke("M0,-80 V80", STONE, 2)}</g>' for n in range(8)
    )
    return (
        placed(-140, -92, spokes + wheel + disc(0, 0, 12, INK))
        + placed(150, -92, spokes + wheel + disc(0, 0, 12, INK))
        + stroke("M-140,-92 L-70,-230 L100,-230 L-6,-92 Z M-80,-250 L-6,-92 M94,-262 L150,-92", MIMOSA, 14)
        + disc(-6, -92, 26, INK)
        + disc(-6, -92, 12, STONE)
        + stroke("M-110,-266 q34,-12 70,0", BARK, 20)
        + stroke("M94,-262 l-10,-40 q34,-14 58,8", INK, 10)
    )


def handing_over() -> str:
    """A bicycle shop: the father hands the spanner to his daughter."""
    hanging = "".join(
        placed(x, 330, stroke("M0,-120 V-60", INK, 4) + disc(0, 0, 60, "none", more=f'stroke="{c}" stroke-width="12"')
               + disc(0, 0, 12, INK))
        for x, c in ((200, INK), (350, CLAY), (1240, INK), (1390, BLUE))
    )  # fmt: skip
    boxes = "".join(
        rect(90 + (n % 4) * 96, 470 + n // 4 * 96, 84, 84, (WOOD, CLAY, "#C49A70", BLUE, SAND)[n * 3 % 5], 6)
        + rect(116 + (n % 4) * 96, 500 + n // 4 * 96, 34, 14, CREAM, 3)
        for n in range(12)
    )
    spanner = (
        stroke("M0,0 L92,-28", "#7A8791", 18)
        + disc(104, -32, 26, "#7A8791")
        + disc(116, -36, 12, "#F4E5C6")
        + disc(-6, 2, 20, "#7A8791")
        + disc(-12, 4, 9, "#F4E5C6")
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#F4E5C6"),
            rect(0, 170, WIDE, 26, WOOD),
            hanging,
            rect(70, 450, 424, 312, BARK, 8),
            rect(80, 460, 404, 292, "#EAD7B2", 4),
            boxes,
            rect(1090, 470, 420, 290, PALE, 8),
            rect(1090, 470, 420, 290, "none", 8, f'stroke="{BARK}" stroke-width="14"'),
            tree(1210, 756, 200),
            tree(1390, 756, 240, PINE),
            rect(1090, 748, 420, 14, BARK),
            rect(560, 48, 480, 100, DEEP, 14),
            words(800, 118, "いろり自転車店", 56, CREAM),
            rect(0, 880, WIDE, 200, "#CBB48E"),
            rect(0, 880, WIDE, 14, "#AE956C"),
            disc(800, 600, 270, MIMOSA, more='opacity=".36"'),
            placed(290, 1000, _bicycle(), 1.02),
            placed(1290, 990, _bicycle(), 1.0),
            person(660, 1000, 490, "#6C7F73", "short", hair_colour="#B9B6B0", legs="#4B5257", skin=TAN,
                   apron=BARK, hands=((-62, 150), (84, 66))),
            person(950, 1000, 462, MIMOSA, "bun", legs=DEEP, apron=BLUE, hands=((-92, 62), (62, 150))),
            placed(756, 756, spanner, 0.96),
        ],
    )  # fmt: skip


def drill() -> str:
    """A continuity-plan workshop: a map of the river on the wall, a table, notes."""
    flood = path("M0,250 C90,210 120,140 210,150 C310,160 330,60 470,40 L520,40 L520,330 L0,330Z", SKY)
    river = stroke("M0,280 C110,250 130,170 220,176 C330,180 350,90 520,66", BLUE, 26)
    houses = "".join(
        rect(x, y, 34, 26, CREAM, 2) + poly([(x - 6, y), (x + 17, y - 20), (x + 40, y)], CLAY)
        for x, y in ((50, 110), (120, 70), (230, 80), (330, 220), (420, 200), (150, 260))
    )
    chart = (
        rect(-16, -16, 552, 362, BARK, 8)
        + rect(0, 0, 520, 330, "#DDE6CB")
        + flood
        + river
        + houses
        + disc(400, 120, 20, CLAY)
        + poly([(388, 130), (412, 130), (400, 160)], CLAY)
        + disc(400, 120, 8, WHITE)
        + stroke("M140,120 C200,120 260,110 386,118", CLAY, 6, 'stroke-dasharray="4 16"')
    )
    notes = "".join(
        rect(860 + (n % 4) * 130, 190 + (n // 4) * 124, 104, 100, (MIMOSA, "#F6DDD0", SKY, "#DDE6CB")[n * 3 % 4], 4,
             f'transform="rotate({(-3, 2, -1, 3)[n % 4]} {912 + (n % 4) * 130} {240 + (n // 4) * 124})"')
        + stroke(f"M{880 + (n % 4) * 130},{222 + (n // 4) * 124} h56 m-56,22 h40", STONE, 6)
        for n in range(12)
    )  # fmt: skip
    helmet = (
        path("M-50,0 C-50,-66 50,-66 50,0Z", MIMOSA)
        + rect(-64, -8, 128, 16, GOLD, 8)
        + rect(-8, -52, 16, 46, GOLD, 6)
    )
    radio = (
        rect(-56, -64, 112, 64, CLAY, 10)
        + disc(-22, -32, 20, INK)
        + rect(10, -50, 36, 14, CREAM, 3)
        + stroke("M44,-64 L70,-130", INK, 5)
    )
    torch = rect(-54, -26, 70, 26, DEEP, 6) + poly([(16, -32), (42, -40), (42, 14), (16, 6)], INK)
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#EFE6D2"),
            rect(0, 0, WIDE, 70, "#DDD0B4"),
            rect(820, 130, 600, 470, WHITE, 10),
            rect(820, 130, 600, 470, "none", 10, f'stroke="{STONE}" stroke-width="10"'),
            notes,
            placed(150, 160, chart, 1.12),
            rect(0, 850, WIDE, 230, "#C8B48F"),
            person(760, 900, 470, DEEP, "bob", legs=INK, skirt=False, hands=((-108, 22), (58, 150))),
            stroke("M650,560 L560,450", BARK, 7),
            person(1250, 900, 450, "#8A9A5B", "cap", hair_colour="#5D6B3B", legs="#4B5257", skin=TAN,
                   hands=((-72, 60), (60, 150))),
            rect(1130, 590, 70, 66, MIMOSA, 4, 'transform="rotate(-6 1165 620)"'),
            path("M180,800 L1420,800 L1520,900 L80,900Z", "#B98A5C"),
            rect(80, 898, 1440, 26, BARK),
            rect(230, 924, 40, 150, BARK),
            rect(1330, 924, 40, 150, BARK),
            path("M560,820 L880,820 L910,884 L530,884Z", CREAM),
            stroke("M600,840 h120 M594,858 h170 M780,840 h70", STONE, 6),
            placed(300, 858, helmet, 1.1),
            placed(440, 876, helmet, 0.94),
            placed(1060, 872, radio, 1),
            placed(1240, 862, torch, 1),
            seated(380, 1120, 250, CLAY, "back", "#4B3B35"),
            seated(700, 1130, 250, BLUE, "back", INK),
            seated(1040, 1126, 250, PINE, "back", "#8C8A86"),
        ],
    )  # fmt: skip


def island() -> str:
    """An evening talk about mutual aid in a harbour shed on an island."""
    boat = (
        path("M-150,0 L150,0 L116,60 L-110,60Z", WHITE)
        + path("M-150,0 L150,0 L142,18 L-144,18Z", DEEP)
        + rect(-40, -70, 90, 70, CREAM, 6)
        + rect(-24, -54, 30, 26, SKY, 3)
        + rect(14, -54, 26, 26, SKY, 3)
        + stroke("M70,0 V-120 M70,-112 L110,-40", BARK, 6)
    )
    gull = stroke("M-26,0 q14,-18 26,0 q12,-18 26,0", WHITE, 6)
    umbrella = path(
        "M-90,0 C-90,-110 90,-110 90,0 q-22,-18 -45,0 q-22,-18 -45,0 q-22,-18 -45,0 q-22,-18 -45,0Z", MIMOSA
    ) + stroke("M0,-84 V66 q0,26 -26,22", BARK, 8)
    board = (
        rect(-190, -230, 380, 260, WHITE, 10)
        + rect(-190, -230, 380, 260, "none", 10, f'stroke="{BARK}" stroke-width="10"')
        + stroke("M-130,30 L-170,180 M130,30 L170,180", BARK, 12)
        + placed(-86, -80, umbrella, 0.72)
        + words(84, -150, "もしもの", 40, DEEP)
        + words(84, -98, "そなえ", 40, DEEP)
        + stroke("M20,-56 h130 M20,-26 h96", STONE, 8)
    )
    buoys = "".join(disc(70 + n * 74, 214 + (n % 2) * 30, 30, (CLAY, MIMOSA)[n % 2]) for n in range(3))
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#6D5646"),
            rect(250, 90, 1100, 610, "#F7CF8E"),
            disc(980, 440, 110, "#F6E3A8"),
            path("M250,470 C420,380 520,430 640,470 L640,700 L250,700Z", "#6B86A0"),
            rect(250, 480, 1100, 230, BLUE),
            *(stroke(f"M{300 + (n * 211) % 980},{510 + (n % 6) * 30} q30,-10 60,0 t60,0", PALE, 5, 'opacity=".65"')
              for n in range(12)),
            placed(1140, 520, boat, 1.0),
            placed(560, 566, boat, 0.62, True),
            *(placed(x, y, gull, s) for x, y, s in ((480, 220, 1), (580, 270, 0.7), (1180, 210, 0.8))),
            rect(0, 0, WIDE, 100, "#54402F"),
            rect(210, 60, 50, 720, "#54402F"),
            rect(1340, 60, 50, 720, "#54402F"),
            *(rect(n * 110, 0, 6, 60, "#6D5646") for n in range(15)),
            stroke("M0,150 Q105,280 220,160 M0,110 Q110,230 220,120", SAND, 5),
            buoys,
            stroke("M1400,160 h180 M1400,260 h180", "#54402F", 12),
            *(rect(1412 + n * 56, 176 + (n % 2) * 4, 44, 80, (CLAY, PINE, DEEP)[n], 6) for n in range(3)),
            rect(0, 700, WIDE, 380, "#A98863"),
            *(rect(0, 740 + n * 70, WIDE, 5, "#967552") for n in range(5)),
            stroke("M800,100 V170", INK, 5),
            path("M730,220 Q800,110 870,220Z", DEEP),
            disc(800, 222, 30, "#FFF3C4", 14),
            placed(560, 720, board, 1.05),
            person(880, 890, 450, DEEP, "short", legs=INK, hands=((-116, 30), (58, 150))),
            seated(260, 1090, 270, PINE, "scarf", CREAM),
            seated(530, 1120, 270, CLAY, "back", "#9B9894"),
            seated(1010, 1120, 270, MIMOSA, "back", INK),
            seated(1270, 1090, 270, BLUE, "cap", "#2F4A3C"),
        ],
        CREAM,
    )  # fmt: skip


def office() -> str:
    """A society's office: one listens at the counter while the other's records write themselves."""
    screen = (
        rect(-150, -200, 300, 190, INK, 12)
        + rect(-136, -186, 272, 162, "#F7F4EA", 6)
        + rect(-116, -164, 110, 14, DEEP, 6)
        + "".join(rect(-116, -134 + n * 22, (200, 170, 120)[n], 10, STONE, 5) for n in range(3))
        + rect(40, -66, 76, 26, MIMOSA, 12)
        + rect(-20, -12, 40, 34, STONE)
        + rect(-64, 18, 128, 12, STONE, 6)
    )
    bubble = path(
        "M-110,-90 h220 q24,0 24,24 v84 q0,24 -24,24 h-150 l-40,44 v-44 h-30 q-24,0 -24,-24 v-84 q0,-24 24,-24Z",
        WHITE,
    )
    talk = "".join(
        stroke(f"M{-70 + n * 34},{-24 - h} v{h * 2}", (BLUE, DEEP)[n % 2], 12)
        for n, h in enumerate((14, 34, 22, 44, 18))
    )
    clock = (
        disc(0, 0, 60, WHITE)
        + disc(0, 0, 60, "none", more=f'stroke="{DEEP}" stroke-width="10"')
        + stroke("M0,0 V-36 M0,0 L24,14", INK, 7)
    )
    files = "".join(
        rect(
            1210 + n * 44,
            250 + (n % 3) * 8,
            34,
            130 - (n % 3) * 8,
            (DEEP, MIMOSA, CLAY, BLUE, PINE, SAND, DEEP)[n],
            4,
        )
        for n in range(7)
    )
    return picture(
        WIDE,
        HIGH,
        [
            rect(0, 0, WIDE, HIGH, "#E9EEEA"),
            rect(90, 110, 520, 420, SKY, 8),
            disc(470, 220, 56, MIMOSA),
            path("M90,430 C220,340 330,420 420,380 C500,350 560,400 610,380 L610,530 L90,530Z", LEAF),
            rect(344, 110, 12, 420, WHITE),
            rect(90, 110, 520, 420, "none", 8, f'stroke="{WHITE}" stroke-width="20"'),
            rect(1190, 380, 340, 16, WOOD),
            rect(1190, 560, 340, 16, WOOD),
            files,
            placed(1290, 556, rect(-40, -60, 80, 60, CLAY, 8) + disc(0, -96, 56, PINE, 54)),
            *(rect(1380 + n * 50, 450, 40, 110, (SAND, BLUE, MIMOSA)[n], 4) for n in range(3)),
            placed(1090, 210, clock, 1),
            rect(0, 830, WIDE, 250, "#D3C6AC"),
            placed(820, 280, bubble + talk, 1.15),
            person(560, 930, 460, CREAM, "bob", legs=DEEP, hands=((-56, 150), (64, 100))),
            person(1180, 930, 470, BLUE, "short", legs=INK, hands=((-74, 96), (60, 150))),
            rect(560, 720, 700, 36, WOOD, 8),
            rect(590, 756, 640, 230, "#B98A5C"),
            rect(590, 756, 640, 14, BARK, 0, 'opacity=".4"'),
            rect(640, 810, 180, 120, CREAM, 8),
            words(730, 886, "相談", 52, DEEP),
            placed(960, 700, screen, 1.0),
            rect(690, 700, 90, 20, WHITE, 4),
            disc(1160, 706, 24, CLAY, 16),
            seated(260, 1040, 300, MIMOSA, "back", "#4B3B35"),
        ],
    )  # fmt: skip


SCENES: dict[str, Callable[[], str]] = {
    "first-bakery": bakery,
    "bicycle-shop": handing_over,
    "continuity-drill": drill,
    "island-talk": island,
    "ai-records": office,
}

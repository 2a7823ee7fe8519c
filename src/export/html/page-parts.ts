/** The style of the page that plays offline. Its policy allows this text alone (`styleHash`). */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1c1e22;--muted:#656a73;--line:#cfcbc2;--bar:#f7f6f3;--accent:#3457d5;--bad:#c8303f}
*{box-sizing:border-box}
body{display:flex;flex-direction:column;height:100vh;height:100dvh;margin:0;background:var(--ground);color:var(--ink);font:14px/20px system-ui,sans-serif}
.dark{display:none}
@media (prefers-color-scheme:dark){:root{--ground:#16191f;--ink:#e8eaee;--muted:#9aa1ac;--line:#3a414c;--bar:#101216;--accent:#8aa4ff;--bad:#ff7b86}.dark{display:block}.light{display:none}}
main{flex:1;min-height:0;padding:12px 16px 24px;overflow:auto;scroll-padding:0 60px}
main:focus{outline:0}
.light,.dark{width:max-content}
.heads{position:sticky;top:-12px}
svg{display:block;height:auto}
[data-message]{transition:opacity .15s}
.playing [data-message]{opacity:.28}
.playing [data-message].past,.playing [data-message].now{opacity:1}
.playing [data-message].now path{stroke-width:2.6}
.bar{padding:8px 16px calc(10px + env(safe-area-inset-bottom));border-top:1px solid var(--line);background:var(--bar)}
.bar p{margin:0 0 6px;min-height:40px}
.row{display:flex;flex-wrap:wrap;gap:6px;align-items:center}
.row input{flex:1;min-width:120px;accent-color:var(--accent)}
button{min-width:38px;min-height:34px;border:1px solid var(--line);border-radius:7px;background:var(--ground);color:inherit;font:inherit}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
details{max-width:70ch;margin-top:16px}
summary{cursor:pointer}
li{margin:2px 0}
.muted{color:var(--muted)}
.bad{color:var(--bad);font-weight:600}
a{color:var(--accent)}
@media (prefers-reduced-motion:reduce){[data-message]{transition:none}}
@media print{body{display:block;height:auto}main{overflow:visible}.heads{position:static}.bar{display:none}.playing [data-message]{opacity:1}}
`;

/** Plays the drawn run: the messages up to the playhead are strong, the rest faint. Its policy allows this text alone. */
export const pageScript = `
"use strict";
const {steps,start}=JSON.parse(document.getElementById("run").textContent);
const find=(id)=>document.getElementById(id);
const groups=steps.map(({index})=>[...document.querySelectorAll('[data-message="'+index+'"]')]);
let at=-1,timer;
function show(next,follow){
  at=Math.max(-1,Math.min(steps.length-1,next));
  document.body.classList.toggle("playing",at>=0);
  groups.forEach((all,step)=>all.forEach((one)=>{one.classList.toggle("past",step<at);one.classList.toggle("now",step===at);}));
  find("says").textContent=at<0?find("says").dataset.start:steps[at].says;
  find("says").className=at>=0&&steps[at].bad?"bad":"";
  find("seek").value=String(at+1);
  find("seek").setAttribute("aria-valuetext",find("says").textContent);
  if(follow&&at<0)find("main").scrollTo(0,0);
  if(follow&&at>=0)groups[at].find((one)=>one.getBoundingClientRect().width>0)?.scrollIntoView({block:"center",inline:"nearest"});
}
function pause(){clearTimeout(timer);timer=undefined;find("play").textContent="Play";}
function tick(){
  if(at>=steps.length-1)return pause();
  show(at+1,true);
  timer=setTimeout(tick,steps[at].lasts);
}
function play(){
  if(timer!==undefined)return pause();
  if(at>=steps.length-1)show(-1,false);
  find("play").textContent="Pause";
  tick();
}
function step(by){pause();show(at+by,true);}
function hop(by){
  pause();
  const here=at<0?0:steps[at].hop;
  const starts=steps.flatMap(({hop},n)=>n===0||steps[n-1].hop!==hop?[n]:[]);
  const next=by>0?starts.find((n)=>n>at&&steps[n].hop!==here):starts.filter((n)=>n<at).at(-1);
  show(next??(by>0?steps.length-1:-1),true);
}
// Titles stay in view however far the picture is scrolled sideways.
const titles=[...document.querySelectorAll("[data-title]")];
find("main").onscroll=()=>{for(const one of titles)one.setAttribute("transform","translate("+Math.max(0,find("main").scrollLeft-16)+")");};
find("play").onclick=play;
find("back").onclick=()=>step(-1);
find("on").onclick=()=>step(1);
find("hopback").onclick=()=>hop(-1);
find("hopon").onclick=()=>hop(1);
find("seek").max=String(steps.length);
find("seek").oninput=()=>{pause();show(Number(find("seek").value)-1,true);};
addEventListener("keydown",(event)=>{
  if(event.ctrlKey||event.metaKey||event.altKey||event.target.closest(event.key===" "?"button,input,summary,a":"input"))return;
  const does={" ":play,ArrowRight:()=>event.shiftKey?hop(1):step(1),ArrowLeft:()=>event.shiftKey?hop(-1):step(-1),Home:()=>{pause();show(-1,true);},End:()=>{pause();show(steps.length-1,true);}}[event.key];
  if(does){event.preventDefault();does();}
});
find("bar").hidden=false;
find("main").focus();
show(start,start>=0);
`;

/** SHA-256 of the two texts above, as a Content-Security-Policy writes it. */
export const styleHash = "sha256-s+0C6ZmnxPlQmkka81BfX3a9iskOOTlFgmsX5aZrGBQ=";
export const scriptHash = "sha256-2IPyHAv5xMlOdPC9oP8Vz+OzAo3gVDmNrOMW9K+lKZo=";

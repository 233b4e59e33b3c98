// Pages that were read can be read again without a network, each with the day of its copy: a rule may have changed since.
// BUILD stands above, written by the build: {version, first, later}, addresses from the root of the portal.
"use strict";
const CORE = `gn-core-${BUILD.version}`, READ = "gn-read-1", FILES = "gn-files-1";
const MOST = { [READ]: 60, [FILES]: 60 }, HEAVY = 300000, OLD = 90 * 864e5, PATIENCE = 8000;
const at = path => new URL(path.slice(1), registration.scope).href;
const plain = url => url.split(/[?#]/)[0];
const savedAt = copy => Date.parse(copy.headers.get("x-saved")) || 0;

addEventListener("install", event => event.waitUntil((async () => {
  for (const path of BUILD.first) await keep(CORE, at(path), await fetch(at(path)));
  await skipWaiting();
})()));

addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("gn-") && ![CORE, READ, FILES].includes(name)) await caches.delete(name);
  const read = await caches.open(READ);
  for (const request of await read.keys()) if (Date.now() - savedAt(await read.match(request)) > OLD) await read.delete(request);
  await clients.claim();
  for (const page of await clients.matchAll()) await fetch(page.url).then(answer => keepPage(page.url, answer), () => {});
})()));

addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (/\/assets\/[^/]+\.[0-9a-f]{8,}\.\w+$|\/images\//.test(url.pathname)) event.respondWith(file(event));
  else if (BUILD.later.some(path => at(path) === plain(request.url))) event.respondWith(fresh(event));
});

async function page(event) {
  const { request } = event, copy = await newest(request.url);
  const answer = fetch(request);
  event.waitUntil(answer.then(got => keepPage(request.url, got.clone())).then(fill).catch(() => {}));
  try {
    return await (copy ? Promise.race([answer, late()]) : answer);
  } catch {
    return copy ? dated(copy) : nothing();
  }
}

async function file(event) {
  const { request } = event, copy = await caches.match(request.url);
  if (copy) return copy;
  const answer = await fetch(request);
  event.waitUntil(keep(FILES, request.url, answer.clone()));
  return answer;
}

async function fresh({ request }) {
  try { return await fetch(request); } catch (error) {
    const copy = await caches.match(plain(request.url));
    if (copy) return copy;
    throw error;
  }
}

// What the reader may need next, once a second page shows that they stay, and never where data are to be saved.
async function fill() {
  if (navigator.connection?.saveData) return;
  const core = await caches.open(CORE);
  for (const path of BUILD.later) if (!(await core.match(at(path)))) await keep(CORE, at(path), await fetch(at(path)));
}

async function keepPage(url, answer) {
  const is = kind => (answer.headers.get("content-type") || "").startsWith(kind);
  if ([404, 410].includes(answer.status)) for (const name of await caches.keys()) await (await caches.open(name)).delete(plain(url));
  else if (!answer.redirected && is("text/html")) await keep(READ, url, answer);
}

async function keep(name, url, answer) {
  if (!answer.ok || answer.type !== "basic") return;
  const body = await answer.arrayBuffer(), headers = new Headers(answer.headers);
  if (body.byteLength > HEAVY) return;
  for (const gone of ["content-encoding", "content-length"]) headers.delete(gone);
  headers.set("x-saved", headers.get("date") || new Date().toUTCString());
  const cache = await caches.open(name);
  await cache.delete(plain(url)); // put again at the end: what was not read for longest stands first
  await cache.put(plain(url), new Response(body, { headers }));
  const keys = await cache.keys();
  for (const request of keys.slice(0, Math.max(0, keys.length - (MOST[name] || 1e3)))) await cache.delete(request);
}

async function newest(url) {
  const copies = [];
  for (const name of [READ, CORE]) copies.push(await (await caches.open(name)).match(plain(url)));
  return copies.filter(Boolean).sort((a, b) => savedAt(b) - savedAt(a))[0];
}

const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });

async function dated(copy) {
  const day = new Date(savedAt(copy)).toLocaleDateString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric" });
  const note = `<aside class="demo saved" aria-label="Bản đã lưu"><p class="wide"><strong>Bản đã lưu ngày ${day}</strong> – có thể đã cũ. Không có mạng hoặc mạng quá chậm.</p></aside>`;
  return told(copy, text => text.replace(/<main /, `${note}$&`));
}

async function nothing() {
  const copy = await caches.match(at("/ngoai-tuyen/"));
  if (!copy) return Response.error();
  const read = await caches.open(READ), lines = [];
  for (const request of (await read.keys()).reverse()) {
    const title = (await (await read.match(request)).text()).match(/<h1>([^<]*)/);
    if (title) lines.push(`<li><a href="${new URL(request.url).pathname}">${title[1]}</a></li>`);
  }
  const list = lines.length ? `<h2>Đã lưu trên máy này</h2><ul class="lines">${lines.join("")}</ul>` : "";
  return told(copy, text => text.replaceAll("../", new URL(registration.scope).pathname).replace("</main>", `${list}$&`));
}

async function told(copy, change) {
  return new Response(change(await copy.text()), { headers: copy.headers });
}

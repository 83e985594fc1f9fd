// Holds one page of each kind of the built site to Lighthouse: node lighthouse.mjs SITE RUNS [PAGE...]
// Accessibility, best practices and search-engine basics must be 100; performance, which is a matter of the
// machine, is told as the median of RUNS and decides nothing.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [site, runs, ...pages] = process.argv.slice(2);
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json" };
const SURE = ["accessibility", "best-practices", "seo"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const server = createServer((request, answer) => {
  let path = join(site, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
  try {
    if (statSync(path).isDirectory()) path = join(path, "index.html");
    statSync(path);
    answer.writeHead(200, { "content-type": `${TYPES[extname(path)] ?? "text/plain"}; charset=utf-8`, "content-encoding": "gzip" });
    createReadStream(path).pipe(createGzip()).pipe(answer);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const chrome = await launch({ chromePath: "/usr/bin/chromium", chromeFlags: FLAGS });
let faults = 0;
for (const page of pages) {
  const address = `http://127.0.0.1:${server.address().port}/${page}`;
  const speeds = [];
  for (let run = 0; run < Math.max(1, Number(runs)); run += 1) {
    const only = run ? ["performance"] : Number(runs) ? [...SURE, "performance"] : SURE;
    const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: only, logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
    if (lhr.categories.performance) speeds.push(Math.round(lhr.categories.performance.score * 100));
    if (run) continue;
    for (const name of SURE) {
      const { score, auditRefs } = lhr.categories[name];
      if (score === 1) continue;
      faults += 1;
      const missed = auditRefs.map(({ id, weight }) => [lhr.audits[id], weight]).filter(([audit, weight]) => weight && audit.score !== null && audit.score < 1);
      for (const [audit] of missed) {
        const where = (audit.details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? item.url ?? "");
        console.error(`${page || "home"}: ${name} ${Math.round(score * 100)}: ${audit.title} ${where.join(" | ")}`);
      }
    }
  }
  speeds.sort((a, b) => a - b);
  console.log(`${page || "home"}: looked at${speeds.length ? `, performance ${speeds[Math.floor(speeds.length / 2)]} (${speeds.join(", ")})` : ""}`);
}
chrome.kill();
server.close();
console.log(`${pages.length} pages, ${faults} scores under 100`);
process.exitCode = faults || !pages.length ? 1 : 0;

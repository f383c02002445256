// Serves the page that reads seals where there is no network, from what the page itself has kept.
const KEPT = "sejour-seal-page";
const PAGE = "/check/offline";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(page(event.request));
  } else if (url.pathname.startsWith("/ui/")) {
    event.respondWith(file(event.request));
  }
});

/** As it is now, while anybody answers; then as it was kept, in the language asked for when that one was. */
async function page(request) {
  let answer;
  try {
    answer = await fetch(request);
    if (answer.status < 500) {
      return answer;
    }
  } catch (noNetwork) {
    answer = Response.error();
  }
  const kept = await caches.open(KEPT);
  return await kept.match(request.url) ?? await kept.match(PAGE) ?? answer;
}

/** The address of a file changes with its bytes. */
async function file(request) {
  const kept = await caches.open(KEPT);
  return await kept.match(request.url) ?? fetch(request);
}

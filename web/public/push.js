// What a device does when the server pushes: it shows one sentence, the same for everything, and opens the first screen.
// A push holds nothing; the sentence and its language stand in this file's own address, as the page wrote them there
// when notifications were turned on. It keeps no pages and answers no requests.
const told = new URL(self.location.href).searchParams;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
  event.waitUntil(
    self.registration.showNotification(told.get("words") || "Atelje", {
      lang: told.get("language") || "en",
      // One stands for all that came meanwhile.
      tag: "atelje",
      renotify: true,
      icon: "/icon-192.png",
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show());
});

/** A page that is open stays where it is: somebody may be writing there. */
async function show() {
  const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return page ? page.focus() : self.clients.openWindow("/");
}

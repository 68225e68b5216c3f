const next = new URLSearchParams(window.location.search).get("next");
// ruleid: open-redirect-dom
window.location = next;
// ruleid: open-redirect-dom
location.replace(decodeURIComponent(location.hash.slice(1)));
// ok: open-redirect-dom
window.location = "/home";
// ok: open-redirect-dom
location.href = "/search?q=" + encodeURIComponent(next);

function parsed(location) {
  // ok: open-redirect-dom
  location = location || next;
  return new URL(location);
}

class Page {
  leave() {
    // ruleid: open-redirect-dom
    this.document.location.href = this.activated.snapshot.queryParamMap.get("to");
  }
}

function place() {
  // ok: open-redirect-dom
  var location = document.location || window.location;
  return location.protocol;
}

function jump() {
  const id = location.hash.slice(1);
  // ok: open-redirect-dom
  location.replace(new URL(`#${id}`, location.href));
  // ok: open-redirect-dom
  location.href = "?tab=" + location.hash.slice(1);
  // ruleid: open-redirect-dom
  location.replace(new URL(id, location.href));
}

shop.controller("Leave", function ($location, $window) {
  // ruleid: open-redirect-dom
  $window.location.href = $location.search().next;
});

function filtered(section) {
  const router = useRouter();
  const parameters = new URLSearchParams(window.location.search);
  // ok: open-redirect-dom
  router.replace({ query: { section: parameters.get("section") } });
  // ruleid: open-redirect-dom
  router.replace(parameters.get("next"));
}

function navigateTo() {
  // ruleid: open-redirect-dom
  navigation.navigate(new URLSearchParams(location.search).get("next"));
  // ok: open-redirect-dom
  navigation.navigate("/home");
}

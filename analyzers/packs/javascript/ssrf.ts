import request from "@/utils/request";

export function settings() {
  // A module of the project that sends requests
  // ok: ssrf
  return request.get("/answer/admin/api/settings");
}

export async function proxy(request: Request) {
  const body = await request.json();
  // ruleid: ssrf
  return fetch(body.address);
}

export class Items {
  // ruleid: security-header-weakened-nest
  @Header("Access-Control-Allow-Origin", "*")
  list() {
    return [];
  }

  // ok: security-header-weakened-nest
  @Header("Access-Control-Allow-Origin", "https://app.example.com")
  own() {
    return [];
  }
}

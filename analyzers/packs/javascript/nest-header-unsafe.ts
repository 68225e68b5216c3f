export class Items {
  // ruleid: nest-header-unsafe
  @Header("Access-Control-Allow-Origin", "*")
  list() {
    return [];
  }

  // ok: nest-header-unsafe
  @Header("Access-Control-Allow-Origin", "https://app.example.com")
  own() {
    return [];
  }
}

class Box {
  constructor(size) {
    // ruleid: self-assignment
    this.size = this.size;
    // ok: self-assignment
    this.width = size;
    // ok: self-assignment
    this.height = this.width;
  }
}

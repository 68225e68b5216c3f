class Box {
  constructor(size) {
    // ruleid: js-self-assignment
    // ok: js-self-assignment
    this.width = size;
    // ok: js-self-assignment
    this.height = this.width;
  }
}

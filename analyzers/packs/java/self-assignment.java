class Person {
    String name;
    int age;

    void set(String name, int age) {
        // ruleid: self-assignment
        name = name;
        // ruleid: self-assignment
        this.age = this.age;
        // ok: self-assignment
        this.name = name;
        // ruleid: self-assignment
        age = age++;
    }
}

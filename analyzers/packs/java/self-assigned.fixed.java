class Person {
    String name;
    int age;

    void set(String name, int age) {
        // ruleid: self-assigned
        this.name = name;
        // ruleid: self-assigned
        this.age = this.age;
        // ok: self-assigned
        this.name = name;
        // ruleid: self-assigned
        age = age++;
    }
}

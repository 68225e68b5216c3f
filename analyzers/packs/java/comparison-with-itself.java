class Person {
    String name;
    int age;

    boolean same(Person other) {
        // ruleid: comparison-with-itself
        return name.equals(name) && age == other.age;
    }

    boolean older(Person other, double weight) {
        // ruleid: comparison-with-itself
        if (age > age) {
            return true;
        }
        // ok: comparison-with-itself
        if (weight == weight) {
            return false;
        }
        // ok: comparison-with-itself
        return age > other.age;
    }
}

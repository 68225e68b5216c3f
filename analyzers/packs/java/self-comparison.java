class Person {
    String name;
    int age;

    boolean same(Person other) {
        // ruleid: self-comparison
        return name.equals(name) && age == other.age;
    }

    boolean older(Person other, double weight) {
        // ruleid: self-comparison
        if (age > age) {
            return true;
        }
        // ok: self-comparison
        if (weight == weight) {
            return false;
        }
        // ok: self-comparison
        return age > other.age;
    }
}

class ComparisonWithItselfTest {
    void contract() {
        // ok: self-comparison
        assertTrue(a.equals(a));
        // ok: self-comparison
        Assert.assertFalse("it is", a.equals(a));
        // ok: self-comparison
        assertThat(a.equals(a)).isTrue();
        // ruleid: self-comparison
        boolean same = a.equals(a);
    }
}

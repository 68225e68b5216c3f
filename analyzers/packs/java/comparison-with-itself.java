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

class ComparisonWithItselfTest {
    void contract() {
        // ok: comparison-with-itself
        assertTrue(a.equals(a));
        // ok: comparison-with-itself
        Assert.assertFalse("it is", a.equals(a));
        // ok: comparison-with-itself
        assertThat(a.equals(a)).isTrue();
        // ruleid: comparison-with-itself
        boolean same = a.equals(a);
    }
}

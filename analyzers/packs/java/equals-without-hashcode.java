import java.util.Objects;

class Examples {
    static class Half {
        String name;

        @Override
        // ruleid: equals-without-hashcode
        public boolean equals(Object other) {
            return other instanceof Half && ((Half) other).name.equals(name);
        }
    }

    static class Whole {
        String name;

        @Override
        // ok: equals-without-hashcode
        public boolean equals(Object other) {
            return other instanceof Whole && ((Whole) other).name.equals(name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name);
        }
    }
}

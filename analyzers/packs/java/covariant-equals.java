class Examples {
    static class Point {
        int x;

        // ruleid: covariant-equals
        public boolean equals(Point other) {
            return other.x == x;
        }
    }

    static class Size {
        int x;

        // ok: covariant-equals
        public boolean equals(Size other) {
            return other.x == x;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Size && equals((Size) other);
        }
    }
}

class Loops {
    void loops(String[] names, java.util.List<String> list) {
        // ruleid: loop-past-end
        String last = names[names.length - 1];
        // ruleid: loop-past-end
        list.get(list.size() - 1);
        // ok: loop-past-end
        list.get(list.size() - 1);
        // ruleid: loop-past-end
        for (int i = 0; i < names.length; i++) {
            last = names[i];
        }
        for (int i = 0; i < names.length; i++) {
            // ok: loop-past-end
            last = names[i];
        }
        // ruleid: loop-past-end
        for (int i = 0; i < last.length(); i++) {
            System.out.println(last.charAt(i));
        }
        for (int i = 0; i <= last.length(); i++) {
            // ok: loop-past-end
            System.out.println(last.substring(0, i));
        }
        // ok: loop-past-end
        for (int i = 0; i <= names.length; i++) {
            last = i < names.length ? names[i] : "the end";
        }
        // ok: loop-past-end
        for (int i = 0; i <= list.size(); i++) {
            if (i == list.size()) break;
            list.get(i);
        }
    }
}

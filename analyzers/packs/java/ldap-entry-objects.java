class Search {
    void search(javax.naming.directory.SearchControls controls) {
        // ruleid: ldap-entry-objects
        controls.setReturningObjFlag(true);
        // ok: ldap-entry-objects
        controls.setReturningObjFlag(false);
    }
}

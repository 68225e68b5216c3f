package shop.files;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import javax.ws.rs.*;
import javax.ws.rs.core.Response;
import org.apache.commons.io.FilenameUtils;

@Path("/documents")
public class DocumentResource {
    @GET
    @Path("/{name}")
    @Produces("application/octet-stream")
    public Response get(@PathParam("name") String name) {
        File file = new File("/srv/documents/", name);
        // ruleid: path-traversal
        if (!file.exists()) {
            return Response.status(404).build();
        }
        return Response.ok(file).build();
    }

    @GET
    @Path("/safe/{name}")
    public Response safe(@PathParam("name") String name) {
        // ok: path-traversal
        File file = new File("/srv/documents/", FilenameUtils.getName(name));
        return Response.ok(file).build();
    }

    @GET
    @Path("/query")
    public Response query(@QueryParam("name") String name, @HeaderParam("X-Dir") String directory) throws IOException {
        // ruleid: path-traversal
        new FileInputStream("/srv/" + name);
        // ruleid: path-traversal
        new FileInputStream("/srv/" + directory + "/index");
        // ok: path-traversal
        new FileInputStream("/srv/index");
        return Response.ok().build();
    }

    @GET
    @Path("/canonical")
    public Response canonical(@QueryParam("name") String name) throws IOException {
        File base = new File("/srv/documents");
        // ok: path-traversal
        File file = new File(base, name);
        if (!file.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) {
            throw new ForbiddenException();
        }
        // ok: path-traversal
        return Response.ok(new FileInputStream(file)).build();
    }
}

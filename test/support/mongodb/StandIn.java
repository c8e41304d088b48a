import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A server that speaks MongoDB's protocol: {@code java StandIn PORT [FILE]}. Port 0 is any free one;
 * without a file it keeps everything in memory. Says "listening PORT", and ends when its standard
 * input is closed, so that it never outlives who started it.
 */
public final class StandIn extends H2Backend {

  private StandIn(String file) {
    super(file);
  }

  public static void main(String[] args) throws IOException {
    // One thread answers everybody, one after the other: the library changes documents in place, and
    // with more a reader could be sent half of a change, which MongoDB never does.
    System.setProperty("io.netty.eventLoopThreads", "1");
    MongoServer server = new MongoServer(new StandIn(args.length > 1 ? args[1] : null));
    // Also on SIGTERM: what is in memory goes to the file.
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    server.bind("127.0.0.1", Integer.parseInt(args[0]));
    System.out.println("listening " + server.getLocalAddress().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  /** The library knows "hello" by its old name alone. */
  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    if (!command.equals("hello")) return super.handleMessage(message);
    return new Document("isWritablePrimary", true)
        .append("minWireVersion", 0)
        .append("maxWireVersion", 13)
        .append("ok", 1.0);
  }
}

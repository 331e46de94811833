module com.example.reader {
    requires dev.epitome.search;
}

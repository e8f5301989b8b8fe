package shop;

class Broken {
    int f( {
}

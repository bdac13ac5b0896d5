"""Tests of the fetcher, against a server of our own on the loopback interface."""

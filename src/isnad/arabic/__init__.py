"""The Arabic language: letters, words, clitics, number words, sentences, collation. It knows no news."""

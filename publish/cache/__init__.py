"""What a build takes from earlier builds: keys and stored forms of its content, pages and compiled templates."""

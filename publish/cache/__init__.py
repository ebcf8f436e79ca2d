"""What a build reuses of earlier builds, and the keys that it is stored under."""

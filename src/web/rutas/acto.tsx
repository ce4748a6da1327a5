// Generated form of an acto: being written.

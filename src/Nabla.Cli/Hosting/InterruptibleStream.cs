namespace Nabla.Cli;

/// <summary>Standard input whose waiting ends with an interrupt; a plain read would go on waiting for what may never come.</summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancellation) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="OperationCanceledException">The user stopped the command.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        // The read itself cannot be ended: left alone it ends with the process, and so needs memory of its own.
        byte[] read = new byte[count];
        var reading = Task.Run(() => inner.Read(read, 0, count), CancellationToken.None);
        reading.WaitAsync(cancellation).GetAwaiter().GetResult();
        int length = reading.Result;
        read.AsSpan(0, length).CopyTo(buffer.AsSpan(offset));
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

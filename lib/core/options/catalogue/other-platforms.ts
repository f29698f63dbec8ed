import { CatalogueNamespace, choice, flag, text, whole } from './option';

const OFF_ON = ['On', 'Off', 'true', 'false'];
const STATIC_FILES = 'a path that the proxy serves';

/** The namespaces that no ECS platform has: known, so that a setting in them can be told from a slip of the pen. */
export const OTHER_PLATFORMS: readonly CatalogueNamespace[] = [
  {
    name: 'aws:elasticbeanstalk:environment:proxy',
    about: 'the proxy on the instances',
    platforms: 'platforms with a proxy of their own',
    options: [choice('ProxyServer', ['nginx', 'apache', 'apache/2.2', 'none'], 'nginx'), flag('GzipCompression')],
  },
  {
    name: 'aws:elasticbeanstalk:environment:proxy:staticfiles',
    about: 'files that the proxy serves',
    platforms: 'platforms with a proxy of their own',
    open: STATIC_FILES,
    options: [],
  },
  ...['golang', 'java', 'nodejs', 'python'].map((language): CatalogueNamespace => ({
    name: `aws:elasticbeanstalk:container:${language}:staticfiles`,
    about: 'files that the proxy serves',
    platforms: 'Amazon Linux 1 platforms',
    open: STATIC_FILES,
    options: [],
  })),
  {
    name: 'aws:elasticbeanstalk:container:tomcat:jvmoptions',
    about: 'the Java virtual machine',
    platforms: 'the Tomcat platform',
    open: 'an option of the virtual machine',
    options: [
      text('JVM Options'), text('Xmx', { default: '256m' }), text('XX:MaxPermSize', { default: '64m' }),
      text('Xms', { default: '256m' }),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:container:dotnet:apppool',
    about: 'the application pool',
    platforms: 'the Windows platforms',
    options: [choice('Target Runtime', ['2.0', '4.0'], '4.0'), flag('Enable 32-bit Applications', 'False')],
  },
  {
    name: 'aws:elasticbeanstalk:container:nodejs',
    about: 'Node.js',
    platforms: 'the Node.js platform on Amazon Linux 1',
    options: [
      text('NodeCommand'), text('NodeVersion'), flag('GzipCompression', 'false'),
      choice('ProxyServer', ['apache', 'nginx', 'none'], 'nginx'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:container:php:phpini',
    about: 'PHP',
    platforms: 'the PHP platform',
    options: [
      text('document_root', { default: '/' }),
      text('memory_limit', { default: '256M' }),
      choice('zlib.output_compression', OFF_ON, 'Off'),
      choice('allow_url_fopen', OFF_ON, 'On'),
      choice('display_errors', ['On', 'Off'], 'Off'),
      whole('max_execution_time', 0, undefined, '60'),
      text('composer_options'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:container:python',
    about: 'Python',
    platforms: 'the Python platform',
    options: [
      text('WSGIPath', { default: 'application' }), whole('NumProcesses', 1, undefined, '1'),
      whole('NumThreads', 1, undefined, '15'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:windows:activedirectory',
    about: 'an Active Directory domain',
    platforms: 'the Windows platforms',
    options: [text('DirectoryId'), text('DirectoryName'), text('DirectoryOU')],
  },
];
